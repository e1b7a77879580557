package io.flowsweep.sweep.spec;

import io.flowsweep.command.CommandSource;
import io.flowsweep.runner.Runner;
import java.nio.file.Path;

/**
 * A flow that is in no file: a class of this program or session, or a text.
 *
 * @param path by which the sweep calls it, absolute; nothing need be there
 * @param runner of the flow, without any values
 */
public record FlowInCode(Path path, Runner runner) {

    /** The path by which a sweep calls the command that a value of the axis {@code flow} stands for. */
    public static Path commandPath(Path sweepFile, String value) {
        return sweepFile.resolveSibling(value + CommandSource.SUFFIX);
    }
}
