package io.flowsweep.metaflow.run;

import io.flowsweep.client.Client;
import io.flowsweep.client.Run;
import io.flowsweep.client.Task;
import io.flowsweep.events.RunSettings.Origin;
import io.flowsweep.source.CommandRun;
import java.util.Optional;

/** The tasks of the run that this one resumes, as they are on record here: Metaflow clones what they left, and not what they printed. */
final class OriginTasks {

    private final CommandRun run;
    private Optional<Run> origin;

    OriginTasks(CommandRun run) {
        this.run = run;
    }

    /** @param id on our record */
    Optional<Task> task(String id) {
        return origin().flatMap(origin -> origin.findTask(id));
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
}
