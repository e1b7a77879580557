package io.flowsweep.metaflow.run;

import io.flowsweep.events.Failure;
import io.flowsweep.metaflow.datastore.MetaflowLogLine;
import io.flowsweep.metaflow.datastore.MetaflowTask;
import java.nio.file.Path;
import java.util.List;

/** Why an attempt at a task has failed. */
final class TaskFault {

    private TaskFault() {}

    /**
     * The exception that the task printed last, or else what is known of its end.
     *
     * @param code the folder of the flow's files
     */
    static Failure of(MetaflowTask task, int attempt, Path code) {
        List<String> printed =
                task.stderr(attempt).stream().map(MetaflowLogLine::text).toList();
        return FaultText.last(printed, code)
                .map(FaultText::failure)
                .orElseGet(() -> Failure.of("exit", "the task " + task.step() + "/" + task.id() + " " + end(task, attempt)));
    }

    /** A task that a signal has ended has a negative return code. */
    private static String end(MetaflowTask task, int attempt) {
        long code = task.returnCode(attempt).orElse(0L);
        if (code == 0) {
            return "failed without a word";
        }
        return code < 0 ? "was ended by signal " + -code : "ended with exit code " + code;
    }
}
