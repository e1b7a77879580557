package io.flowsweep.cli.flow;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(footer = "%nA parameter of the flow is given as --NAME VALUE behind FILE.", sortOptions = false)
final class FlowCheckCommand extends FlowInput implements Callable<Integer> {

    @Override
    public Integer call() {
        return new FlowPlanVerb(this).check();
    }
}
