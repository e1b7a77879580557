package io.flowsweep.metaflow.run;

import io.flowsweep.client.Artifacts;
import io.flowsweep.client.Client;
import io.flowsweep.client.Run;
import io.flowsweep.client.Task;
import io.flowsweep.events.Artifact;
import io.flowsweep.events.RunSettings.Origin;
import io.flowsweep.events.RunState;
import io.flowsweep.source.CommandRun;
import io.flowsweep.source.PrintedReadings.Reading;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The tasks of the run that this one resumes, as they are on record here: Metaflow clones what they left, and not what they printed. */
final class OriginTasks {

    private final CommandRun run;
    private Optional<Run> origin;

    OriginTasks(CommandRun run) {
        this.run = run;
    }

    /**
     * One that has succeeded, so that all that it printed is on record.
     *
     * @param id on our record
     */
    Optional<Task> task(String id) {
        return origin().flatMap(origin -> origin.findTask(id)).filter(task -> task.state() == RunState.SUCCEEDED);
    }

    private Optional<Run> origin() {
        if (origin == null) {
            origin = id().flatMap(id -> Client.of(run.store())
                    .flowNamed(run.request().plan().flow())
                    .run(id));
        }
        return origin;
    }

    /** That of the run which this one resumes. */
    Optional<String> id() {
        return run.request().settings().origin().map(Origin::run);
    }

    /**
     * What a task has printed: the values that it reported.
     *
     * @param left in the datastore; what else is on record it has printed, too
     * @param results to which that goes
     */
    static List<Reading> values(Task task, List<Artifact> left, Map<String, Double> results) {
        Set<String> known = left.stream().map(Artifact::name).collect(Collectors.toSet());
        Artifacts data = task.data();
        for (String name : data.names()) {
            if (!known.contains(name) && data.find(name).orElse(null) instanceof Number number) {
                results.put(name, number.doubleValue());
            }
        }
        return task.metrics().stream()
                .map(value -> new Reading(value.metric(), value.step(), value.value()))
                .toList();
    }
}
