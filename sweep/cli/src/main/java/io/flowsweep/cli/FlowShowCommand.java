package io.flowsweep.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "show",
        description = "Shows a flow's steps, artifacts, configs and parameters.",
        footer = "%nA parameter of the flow is given as --NAME VALUE behind FILE.",
        sortOptions = false)
final class FlowShowCommand extends FlowInput implements Callable<Integer> {

    @Override
    public Integer call() {
        return new FlowPlanVerb(this).show();
    }
}
