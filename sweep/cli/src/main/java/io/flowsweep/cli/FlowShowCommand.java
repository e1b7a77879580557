package io.flowsweep.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "show",
        description = {
            "Shows a flow's steps, artifacts, configs and parameters.",
            "--config alone shows every value of the configs with its file and line."
        },
        footer = "%nA parameter of the flow is given as --NAME VALUE behind FILE.",
        sortOptions = false)
final class FlowShowCommand extends FlowInput implements Callable<Integer> {

    /** Whether {@code --config} stands alone. */
    boolean places;

    @Override
    public Integer call() {
        return new FlowPlanVerb(this).show(places);
    }
}
