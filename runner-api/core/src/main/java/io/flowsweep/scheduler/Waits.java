package io.flowsweep.scheduler;

import io.flowsweep.scheduler.SchedulerEvent.Delivered;
import io.flowsweep.scheduler.SchedulerEvent.Waiting;
import io.flowsweep.scheduler.subscription.Subscription;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Changes to the events that wait for others, to be put on record together. Used by one thread. */
final class Waits {

    private final List<Waiting> all;
    private final List<Waiting> begun = new ArrayList<>();
    private final List<Waiting> over = new ArrayList<>();

    /** @param all that wait, in the order in which they came; stays as it is */
    Waits(List<Waiting> all) {
        this.all = new ArrayList<>(all);
    }

    void add(Waiting waiting) {
        all.add(waiting);
        begun.add(waiting);
    }

    /** The first that waits for a part of a trigger. */
    Optional<Waiting> first(Subscription part) {
        return all.stream().filter(w -> isFor(w, part)).findFirst();
    }

    /** How many wait for a part of a trigger. */
    int count(Subscription part) {
        return (int) all.stream().filter(w -> isFor(w, part)).count();
    }

    private static boolean isFor(Waiting waiting, Subscription part) {
        return waiting.part() == part.part() && waiting.isFor(part.deployment().name(), part.trigger());
    }

    void removeIf(Predicate<Waiting> condition) {
        all.removeIf(waiting -> {
            boolean ends = condition.test(waiting);
            if (ends) {
                over.add(waiting);
            }
            return ends;
        });
    }

    boolean isUnchanged() {
        return begun.isEmpty() && over.isEmpty();
    }

    /** What goes on record when events were delivered up to a position. */
    Delivered delivered(Instant now, long position) {
        return new Delivered(now, position, List.copyOf(begun), List.copyOf(over));
    }
}
