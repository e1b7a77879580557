package io.flowsweep.cli.flow;

import io.flowsweep.cli.input.StoreInput;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(sortOptions = false)
final class FlowLogsCommand extends StoreInput implements Callable<Integer> {

    @Parameters(paramLabel = RunPath.LABEL, description = RunPath.HELP)
    String path;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on until the run has ended.")
    boolean follow;

    @ArgGroup
    Stream stream = new Stream();

    static final class Stream {

        @Option(names = "--stdout", description = "Only what was printed to standard output.")
        boolean out;

        @Option(names = "--stderr", description = "Only what was printed to standard error.")
        boolean err;
    }

    @Override
    public Integer call() {
        return new FlowLogsVerb(this).call();
    }
}
