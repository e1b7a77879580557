package io.flowsweep.cli.flow;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        footer = {
            "%nA parameter of the flow is given as --NAME VALUE behind FILE; required ones may be left to each trigger.",
            "Code, libraries, configs and files are kept as they are now."
        },
        sortOptions = false)
final class FlowDeployCommand extends DeployInput implements Callable<Integer> {

    @Override
    public Integer call() {
        return new FlowDeployVerb(this).deploy();
    }
}
