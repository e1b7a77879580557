package io.flowsweep.sweep.wandb;

import java.util.List;
import java.util.Optional;

/**
 * What became of a sweep of W&amp;B.
 *
 * @param name of the sweep, fit to be a file's name
 * @param sweepFile the text of the sweep file
 * @param flow the flow that runs the command; empty when a flow was given
 * @param notes what could not be kept, one sentence each
 */
public record Conversion(String name, String sweepFile, Optional<Flow> flow, List<String> notes) {

    /**
     * A flow in Java.
     *
     * @param fileName {@code Train.java}
     */
    public record Flow(String fileName, String source) {}
}
