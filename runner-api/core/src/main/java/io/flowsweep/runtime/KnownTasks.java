package io.flowsweep.runtime;

import io.flowsweep.events.RunEvent;
import io.flowsweep.events.RunEvent.TaskSettled;
import io.flowsweep.events.RunEvent.TaskStarted;
import io.flowsweep.events.RunEvent.TaskSucceeded;
import io.flowsweep.events.RunEvents;
import io.flowsweep.events.RunSettings.Origin;
import io.flowsweep.plan.FlowPlan;
import io.flowsweep.plan.StepPlan;
import io.flowsweep.runtime.log.RunLogs;
import io.flowsweep.store.Store;
import io.flowsweep.store.StoreLayout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the tasks that a host can take over: of the run that its run resumes, and of the hosts of its run that were lost. */
final class KnownTasks {

    private final RunLogs logs;
    private final Known known = new Known();
    private final Map<String, String> keys = new HashMap<>();

    private KnownTasks(RunLogs logs) {
        this.logs = logs;
    }

    static Known of(RunLogs logs, int host) {
        KnownTasks tasks = new KnownTasks(logs);
        Optional<Origin> origin = logs.request().settings().origin();
        if (origin.isPresent()) {
            tasks.takeOver(origin.get());
        }
        if (host > 1) {
            tasks.goOnAfter(host - 1);
        }
        return tasks.known;
    }

    private void takeOver(Origin origin) {
        FlowPlan plan = logs.request().plan();
        Set<String> again = origin.fromStep().map(step -> from(plan, step)).orElse(Set.of());
        for (RunEvent event : events(StoreLayout.run(plan.flow(), origin.run()), Integer.MAX_VALUE)) {
            finished(event, origin.run(), again);
        }
    }

    private void goOnAfter(int lastHost) {
        for (RunEvent event : events(logs.run(), lastHost)) {
            if (event instanceof TaskStarted started) {
                known.attempted(started.key(), started.attempt());
            }
            finished(event, logs.request().run(), Set.of());
        }
    }

    private void finished(RunEvent event, String run, Set<String> withoutSteps) {
        if (event instanceof TaskStarted started) {
            keys.put(started.task(), started.key());
        } else if (event instanceof TaskSucceeded done && !withoutSteps.contains(done.step())) {
            known.put(keys.get(done.task()), new Known.Task(run, done.artifacts()));
        } else if (event instanceof TaskSettled done && !withoutSteps.contains(done.step())) {
            known.put(done.key(), new Known.Task(done.origin().orElse(run), done.artifacts()));
        }
    }

    /** What the hosts of a run did, one log after the other. */
    private List<RunEvent> events(String run, int lastHost) {
        Store store = logs.store();
        List<RunEvent> events = new ArrayList<>();
        for (String name : store.list(run)) {
            int host = StoreLayout.hostOf(name);
            if (host > 0 && host <= lastHost) {
                for (String line : store.read(run + "/" + name, 0).lines()) {
                    RunEvents.parse(line).ifPresent(events::add);
                }
            }
        }
        return events;
    }

    /** A step and all that come after it. */
    private static Set<String> from(FlowPlan plan, String step) {
        Set<String> steps = new HashSet<>(Set.of(step));
        for (StepPlan next : plan.steps()) {
            if (next.previous().stream().anyMatch(steps::contains)) {
                steps.add(next.name());
            }
        }
        return steps;
    }
}
