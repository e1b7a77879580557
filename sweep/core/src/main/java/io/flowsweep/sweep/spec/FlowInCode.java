package io.flowsweep.sweep.spec;

import io.flowsweep.command.CommandFlow;
import io.flowsweep.command.CommandSource;
import io.flowsweep.runner.Runner;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A flow that is in no file: a class of this program or session, a text, or a command.
 *
 * @param path by which the sweep calls it, absolute; nothing need be there
 * @param runner of the flow, without any values
 * @param command the flow, when it is a command of a sweep file
 */
public record FlowInCode(Path path, Runner runner, Optional<CommandFlow> command) {

    /** The path by which a sweep calls the command that a value of the axis {@code flow} stands for. */
    public static Path commandPath(Path sweepFile, String value) {
        return sweepFile.resolveSibling(value + CommandSource.SUFFIX);
    }
}
