package io.flowsweep.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "run",
        description = "Runs a flow, shows its log while it runs and its artifacts at the end.",
        footer = "%nA parameter of the flow is given as --NAME VALUE behind FILE.",
        sortOptions = false)
final class FlowRunCommand extends FlowStart implements Callable<Integer> {

    @Override
    public Integer call() {
        return new FlowRunVerb(this).run();
    }
}
