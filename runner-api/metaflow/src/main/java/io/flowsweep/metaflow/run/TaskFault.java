package io.flowsweep.metaflow.run;

import io.flowsweep.events.Failure;
import io.flowsweep.metaflow.datastore.MetaflowTask;
import io.flowsweep.source.PythonTraceback;
import java.nio.file.Path;
import java.util.Set;

/** Why an attempt at a task has failed. */
final class TaskFault {

    /** With these a process ends that has done wrong itself: ILL, TRAP, ABRT, BUS, FPE, SEGV, SYS. */
    private static final Set<Long> CRASHES = Set.of(4L, 5L, 6L, 7L, 8L, 11L, 31L);

    private TaskFault() {}

    /**
     * The exception that the task printed last, or else what is known of its end.
     *
     * @param code the folder of the flow's files
     */
    static Failure of(MetaflowTask task, int attempt, Path code) {
        PythonTraceback traceback = new PythonTraceback(file -> file.startsWith(code + "/"));
        task.stderr(attempt).forEach(line -> traceback.add(line.text()));
        return traceback
                .failure()
                .orElseGet(() -> end(task, task.returnCode(attempt).orElse(0L)));
    }

    /** @param code minus the number of the signal when one has ended it */
    private static Failure end(MetaflowTask task, long code) {
        String name = "the task " + task.step() + "/" + task.id();
        if (code < 0) {
            return CRASHES.contains(-code)
                    ? Failure.of("crash", name + " crashed (signal " + -code + ")")
                    : Failure.of("killed", name + " was ended by signal " + -code);
        }
        return Failure.of("exit", name + (code == 0 ? " failed without a word" : " ended with exit code " + code));
    }
}
