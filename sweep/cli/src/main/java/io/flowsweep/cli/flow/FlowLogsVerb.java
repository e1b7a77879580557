package io.flowsweep.cli.flow;

import io.flowsweep.cli.input.Recorded;
import io.flowsweep.cli.output.ExitCodes;
import io.flowsweep.cli.output.RunJson;
import io.flowsweep.client.LogLine;
import io.flowsweep.client.LogPosition;
import io.flowsweep.client.Run;
import io.flowsweep.client.Task;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** {@code flowsweep flow logs}. */
final class FlowLogsVerb {

    private static final long POLL_NANOS = 200_000_000;

    private final FlowLogsCommand command;
    private LogPosition position = LogPosition.START;

    FlowLogsVerb(FlowLogsCommand command) {
        this.command = command;
    }

    int call() {
        RunPath path = RunPath.find(Recorded.at(command), command.path);
        Run run = path.run();
        boolean goesOn = true;
        while (goesOn) {
            goesOn =
                    command.follow && !run.state().ended(); // asked before reading, so that the last line is not missed
            print(run, path);
            if (goesOn) {
                LockSupport.parkNanos(POLL_NANOS);
                run = run.parent().run(run.id()).orElse(run);
            }
        }
        path.tasks().stream()
                .map(Task::origin)
                .flatMap(Optional::stream)
                .distinct()
                .forEach(this::pointTo);
        return ExitCodes.SUCCESS;
    }

    private void print(Run run, RunPath path) {
        for (Iterator<LogLine> lines = run.printed(position).iterator(); lines.hasNext(); ) {
            LogLine line = lines.next();
            position = line.next();
            if (isWanted(line, path)) {
                if (command.json) {
                    command.print(RunJson.line(line));
                } else {
                    command.print(line.text());
                }
            }
        }
    }

    private boolean isWanted(LogLine line, RunPath path) {
        boolean stream = line.error() ? !command.stream.out : !command.stream.err;
        return stream
                && (path.step().isEmpty()
                        || line.task().filter(t -> isOf(t, path)).isPresent());
    }

    private static boolean isOf(String task, RunPath path) {
        return path.task()
                .map(wanted -> wanted.id().equals(task))
                .orElseGet(() -> task.substring(0, task.lastIndexOf('-'))
                        .equals(path.step().orElseThrow().name()));
    }

    private void pointTo(String origin) {
        command.spec
                .commandLine()
                .getErr()
                .println("Some tasks were taken over from the run " + origin + ", whose log has what they printed.");
    }
}
