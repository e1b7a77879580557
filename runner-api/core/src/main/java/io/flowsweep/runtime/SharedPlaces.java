package io.flowsweep.runtime;

import io.flowsweep.plan.FlowPlan.RulesPlan;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Threads of this JVM for all tasks of a run. */
final class SharedPlaces implements Places {

    private final Supplier<TaskPlace> threads;
    private final int most;
    private final Deque<TaskPlace> idle = new ArrayDeque<>();
    private final List<TaskPlace> all = new ArrayList<>();
    private int taken;

    SharedPlaces(Supplier<TaskPlace> threads, int most) {
        this.threads = threads;
        this.most = most;
    }

    @Override
    public Optional<TaskPlace> take(RulesPlan rules) {
        if (taken == most) {
            return Optional.empty();
        }
        taken++;
        TaskPlace place = idle.poll();
        if (place == null) {
            place = threads.get();
            all.add(place);
        }
        return Optional.of(place);
    }

    @Override
    public void release(TaskPlace place) {
        taken--;
        if (place.usable()) {
            idle.push(place);
        }
    }

    @Override
    public void close() {
        all.forEach(TaskPlace::close);
    }
}
