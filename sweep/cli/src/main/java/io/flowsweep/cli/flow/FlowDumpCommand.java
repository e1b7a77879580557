package io.flowsweep.cli.flow;

import io.flowsweep.cli.input.StoreInput;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        footer =
                "%nA run stands for its last task that succeeded. --json prints a line for each task, with whole values.",
        sortOptions = false)
final class FlowDumpCommand extends StoreInput implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = RunPath.LABEL, description = RunPath.HELP)
    String path;

    @Parameters(index = "1..*", paramLabel = "NAME", description = "Only these artifacts.")
    List<String> names = new ArrayList<>();

    @Override
    public Integer call() {
        return new FlowDumpVerb(this).call();
    }
}
