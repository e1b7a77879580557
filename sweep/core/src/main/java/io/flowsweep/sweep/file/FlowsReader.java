package io.flowsweep.sweep.file;

import io.flowsweep.sweep.file.axis.AxisCommands;
import io.flowsweep.sweep.file.text.FileNames;
import io.flowsweep.sweep.file.text.FileParts;
import io.flowsweep.sweep.space.Axis;
import io.flowsweep.sweep.spec.FlowInCode;
import io.flowsweep.sweep.spec.SweepFlows;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what a sweep runs: {@code flow}, and the commands among the values of an axis. */
final class FlowsReader {

    private final FileParts parts;
    private final FlowReader flow;
    private final CommandReader command;

    FlowsReader(FileNames names, FileParts parts, CommandReader command) {
        this.parts = parts;
        this.flow = new FlowReader(names, parts, parts.problems());
        this.command = command;
    }

    /**
     * Empty when a problem was added.
     *
     * @param varied those among the values of the axis {@code flow}
     */
    Optional<SweepFlows> read(List<Axis> axes, AxisCommands varied) {
        boolean isCommand = flow.isCommand();
        if (isCommand && axes.stream().anyMatch(axis -> axis.root().equals("flow"))) {
            parts.problems()
                    .add(
                            parts.where("flow"),
                            "a command cannot be varied as a whole",
                            "Move it into the list of the axis: grid { flow = [{ command = … }, …] }, or vary the config that it is given.");
        }
        List<FlowInCode> commands = new ArrayList<>();
        if (isCommand) {
            command.read().ifPresent(commands::add);
        }
        varied.all()
                .forEach((value, one) ->
                        command.read(value, one, parts.context()).ifPresent(commands::add));
        Optional<Path> main =
                isCommand ? commands.stream().map(FlowInCode::path).findFirst() : flow.main(axes, varied);
        return main.map(path -> new SweepFlows(path, commands, isCommand ? List.of() : flow.sources(path)));
    }
}
