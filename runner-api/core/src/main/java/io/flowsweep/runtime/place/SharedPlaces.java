package io.flowsweep.runtime.place;

import io.flowsweep.plan.DependencyPlan;
import io.flowsweep.plan.RulesPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Threads of this JVM for all tasks of a run. */
final class SharedPlaces implements Places {

    private final Function<Optional<DependencyPlan>, TaskPlace> threads;
    private final int most;
    private final List<TaskPlace> idle = new ArrayList<>();
    private final List<TaskPlace> all = new ArrayList<>();
    private int taken;

    /** @param threads makes one for the steps with these libraries of their own */
    SharedPlaces(Function<Optional<DependencyPlan>, TaskPlace> threads, int most) {
        this.threads = threads;
        this.most = most;
    }

    @Override
    public Optional<TaskPlace> take(RulesPlan rules) {
        if (taken == most) {
            return Optional.empty();
        }
        taken++;
        Optional<TaskPlace> free =
                idle.stream().filter(place -> place.suits(rules)).findFirst();
        free.ifPresent(idle::remove);
        return free.or(() -> Optional.of(made(rules)));
    }

    private TaskPlace made(RulesPlan rules) {
        TaskPlace place = threads.apply(rules.dependencies());
        all.add(place);
        return place;
    }

    @Override
    public void release(TaskPlace place) {
        taken--;
        if (place.usable()) {
            idle.add(place);
        }
    }

    @Override
    public void close() {
        all.forEach(TaskPlace::close);
    }
}
