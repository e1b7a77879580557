package io.flowsweep.cli.flow;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(footer = "%nConfigs and parameters are those of the other run.", sortOptions = false)
final class FlowResumeCommand extends FlowStart implements Callable<Integer> {

    @Parameters(index = "1", paramLabel = "RUN", description = "The id of the other run, or latest.")
    String origin;

    @Option(
            names = "--from",
            paramLabel = "STEP",
            description = "Carry out this step and all that come after it again, whatever came of them.")
    String from;

    @Override
    public Integer call() {
        return new FlowRunVerb(this).resume(origin, from);
    }
}
