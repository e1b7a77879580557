package io.flowsweep.schedule;

import io.flowsweep.errors.InvalidInputException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Optional;

/**
 * The instants at which a cron in a time zone fires. Immutable and thread-safe.
 *
 * <p><b>Daylight saving.</b> A cron for every hour of the day goes by elapsed time: it does not fire for local times that are left
 * out, and fires both times for those that come twice. Any other cron fires once for each local time that it names: at the end
 * of the gap for those that are left out (several of them are one firing, as is what is due just then), and the first time for
 * those that come twice. So {@code 30 2 * * *} is once a day and {@code 0 * * * *} once an hour, on every day of the year.
 * ISC cron 4.1 does nearly the same (it also counts a {@code *} for the minute as elapsed time); robfig/cron, which Argo and
 * Kubernetes use, and Quartz leave out what falls into a gap, and may repeat what comes twice.
 */
public final class Timetable {

    private final Cron cron;
    private final ZoneRules rules;

    public Timetable(Cron cron, ZoneId zone) {
        this.cron = cron;
        this.rules = zone.getRules();
    }

    /**
     * One that is known to fire.
     *
     * @param where the cron stands, for errors
     * @throws InvalidInputException when it never fires from now on
     */
    public static Timetable firing(Cron cron, ZoneId zone, String where) {
        Timetable timetable = new Timetable(cron, zone);
        if (timetable.next(Instant.now()).isEmpty()) {
            throw new InvalidInputException(
                    "the cron \"" + cron + "\" never fires",
                    where,
                    "No date that is still to come has such a day, month and year.");
        }
        return timetable;
    }

    /**
     * The first firing after {@code after}.
     *
     * @return empty when it never fires again
     */
    public Optional<Instant> next(Instant after) {
        return cron.isForEveryHour() ? nextByElapsedTime(after) : nextByTimeOfDay(after);
    }

    /** Looks through the stretches between two changes of the clocks, in each of which local time goes on evenly. */
    private Optional<Instant> nextByElapsedTime(Instant after) {
        ZoneOffset offset = rules.getOffset(after);
        Optional<LocalDateTime> local = cron.next(LocalDateTime.ofInstant(after, offset));
        Instant from = after;
        while (local.isPresent()) {
            Instant candidate = local.get().toInstant(offset);
            ZoneOffsetTransition change = rules.nextTransition(from);
            if (change == null || candidate.isBefore(change.getInstant())) {
                return Optional.of(candidate);
            }
            from = change.getInstant();
            offset = change.getOffsetAfter();
            local = cron.next(change.getDateTimeAfter().minusSeconds(1));
        }
        return Optional.empty();
    }

    /** The instants of ever later local times are never earlier, so the first one after {@code after} is the next. */
    private Optional<Instant> nextByTimeOfDay(Instant after) {
        Optional<LocalDateTime> local = cron.next(LocalDateTime.ofInstant(after, rules.getOffset(after)));
        while (local.isPresent()) {
            Instant candidate = instantOf(local.get());
            if (candidate.isAfter(after)) {
                return Optional.of(candidate);
            }
            local = cron.next(local.get());
        }
        return Optional.empty();
    }

    private Instant instantOf(LocalDateTime local) {
        ZoneOffsetTransition change = rules.getTransition(local);
        if (change == null) {
            return local.toInstant(rules.getOffset(local));
        }
        return change.isGap() ? change.getInstant() : local.toInstant(change.getOffsetBefore());
    }

    /** The cron. */
    @Override
    public String toString() {
        return cron.toString();
    }
}
