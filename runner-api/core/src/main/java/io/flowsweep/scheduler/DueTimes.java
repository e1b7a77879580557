package io.flowsweep.scheduler;

import io.flowsweep.plan.AutomationPlan.Missed;
import io.flowsweep.schedule.Timetable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is to be done about the times of a schedule that are due.
 *
 * @param fired those that lead to a run, in order
 * @param leftOut the last of those that lead to none, when it is the last of all
 */
record DueTimes(List<Instant> fired, Optional<Instant> leftOut) {

    /** What is later than this was missed. */
    static final Duration ON_TIME = Duration.ofMinutes(1);

    /** @param after the last time that is settled */
    static DueTimes of(Timetable timetable, Instant after, Instant now, Missed missed) {
        if (missed == Missed.ALL) {
            return new DueTimes(between(timetable, after, now), Optional.empty());
        }
        Instant punctual = now.minus(ON_TIME);
        List<Instant> onTime = between(timetable, after.isAfter(punctual) ? after : punctual, now);
        if (!onTime.isEmpty()) {
            return new DueTimes(onTime, Optional.empty());
        }
        Optional<Instant> late = last(timetable, after, punctual);
        return missed == Missed.ONCE
                ? new DueTimes(late.stream().toList(), Optional.empty())
                : new DueTimes(List.of(), late);
    }

    /** Those after the first and up to the second. */
    private static List<Instant> between(Timetable timetable, Instant after, Instant last) {
        List<Instant> times = new ArrayList<>();
        Optional<Instant> next = timetable.next(after);
        while (next.isPresent() && !next.get().isAfter(last)) {
            times.add(next.get());
            next = timetable.next(next.get());
        }
        return times;
    }

    /** The last of these, found without looking at all of them: in spans before the end that become longer. */
    private static Optional<Instant> last(Timetable timetable, Instant after, Instant end) {
        Duration span = ON_TIME;
        for (Instant from = end; from.isAfter(after); span = span.multipliedBy(2)) {
            from = end.minus(span).isAfter(after) ? end.minus(span) : after;
            List<Instant> times = between(timetable, from, end);
            if (!times.isEmpty()) {
                return Optional.of(times.get(times.size() - 1));
            }
        }
        return Optional.empty();
    }
}
