package io.flowsweep.cli.flow;

import io.flowsweep.cli.input.Recorded;
import io.flowsweep.cli.output.ExitCodes;
import io.flowsweep.cli.output.RunJson;
import io.flowsweep.cli.output.RunLines;
import io.flowsweep.client.LogLine;
import io.flowsweep.client.LogPosition;
import io.flowsweep.client.Task;
import io.flowsweep.codec.Json;
import java.util.Optional;

/** {@code flowsweep flow logs}. */
final class FlowLogsVerb {

    private final FlowLogsCommand command;

    FlowLogsVerb(FlowLogsCommand command) {
        this.command = command;
    }

    int call() {
        RunPath path = RunPath.find(Recorded.at(command), command.path);
        RunLines lines = new RunLines(path.run(), LogPosition.START, line -> {
            if (isWanted(line, path)) {
                command.print(command.json ? Json.write(RunJson.line(line)) : line.text());
            }
        });
        if (command.follow) {
            lines.follow();
        } else {
            lines.tell();
        }
        path.tasks().stream()
                .map(Task::origin)
                .flatMap(Optional::stream)
                .distinct()
                .forEach(this::pointTo);
        return ExitCodes.SUCCESS;
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
