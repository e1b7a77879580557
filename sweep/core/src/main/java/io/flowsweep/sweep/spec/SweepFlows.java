package io.flowsweep.sweep.spec;

import java.nio.file.Path;
import java.util.List;

/**
 * What the variants of a sweep run.
 *
 * @param main the flow's source, absolute; it existed when the file was read. That of the first variant when an axis varies it
 * @param commands the flows that are commands: the only one, or those among the values of an axis
 * @param sources patterns of files that are compiled with the flow, from its folder; they may hold {@code ${…}}
 */
public record SweepFlows(Path main, List<FlowInCode> commands, List<String> sources) {

    SweepFlows with(Path otherMain) {
        return new SweepFlows(otherMain, commands, sources);
    }
}
