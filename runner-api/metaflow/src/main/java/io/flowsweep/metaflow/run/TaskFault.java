package io.flowsweep.metaflow.run;

import io.flowsweep.events.Failure;
import io.flowsweep.metaflow.datastore.MetaflowLogLine;
import io.flowsweep.metaflow.datastore.MetaflowTask;
import io.flowsweep.os.ExitSignals;
import io.flowsweep.source.PythonTraceback;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Why an attempt at a task has failed. */
final class TaskFault {

    /** What Metaflow says last of a task that has failed. */
    static final Set<String> FAILED = Set.of("Task failed.", "Task failed with a segmentation fault.");

    private TaskFault() {}

    /**
     * The exception that the task printed last, or else what is known of its end.
     *
     * @param code the folder of the flow's files
     */
    static Failure of(MetaflowTask task, int attempt, Path code) {
        PythonTraceback traceback = new PythonTraceback(file -> file.startsWith(code + "/"));
        List<String> said =
                task.stderr(attempt).stream().map(MetaflowLogLine::text).toList();
        said.forEach(traceback::add);
        return traceback
                .failure()
                .orElseGet(() -> end(task, task.returnCode(attempt).orElse(0L), said));
    }

    /** @param code minus the number of the signal when one has ended it */
    private static Failure end(MetaflowTask task, long code, List<String> said) {
        String name = "the task " + task.step() + "/" + task.id();
        if (code < 0) {
            int signal = (int) -code;
            return ExitSignals.isCrash(signal)
                    ? Failure.of(Failure.CRASH, name + " crashed (signal " + signal + ")")
                    : Failure.of(Failure.KILLED, name + " was ended by signal " + signal);
        }
        String words = lastWords(said);
        String end = code == 0 ? " failed" : " ended with exit code " + code;
        return Failure.of(Failure.EXIT, name + end + (words.isEmpty() ? " without a word" : "; it said: " + words));
    }

    /** Its last line, or all of what Metaflow says of a task, which it indents. */
    private static String lastWords(List<String> said) {
        List<String> own = said.stream()
                .filter(line -> !line.isBlank() && !FAILED.contains(line))
                .toList();
        int from = own.size();
        while (from > 0 && own.get(from - 1).startsWith("    ")) {
            from--;
        }
        return own.subList(Math.min(from, Math.max(0, own.size() - 1)), own.size()).stream()
                .map(String::strip)
                .collect(Collectors.joining(" "));
    }
}
