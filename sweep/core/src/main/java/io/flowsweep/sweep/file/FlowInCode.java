package io.flowsweep.sweep.file;

import io.flowsweep.runner.Runner;
import java.nio.file.Path;

/**
 * A flow that is in no file: a class of this program or session, or a text.
 *
 * @param path by which the sweep calls it, absolute; nothing need be there
 * @param runner of the flow, without any values
 */
public record FlowInCode(Path path, Runner runner) {}
