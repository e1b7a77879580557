package io.flowsweep.cli.results;

import io.flowsweep.cli.input.StoreInput;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(sortOptions = false)
final class CompareCommand extends StoreInput implements Callable<Integer> {

    @Parameters(
            paramLabel = "SWEEP",
            arity = "1..*",
            description = "Sweeps, by file, name, the beginning of it, or @-2; the others are compared with the first.")
    List<String> sweeps;

    @Option(names = "--on", paramLabel = "METRIC", description = "The metric; default: the objective of the first.")
    String metric;

    @Mixin
    TableOptions table;

    @Override
    public Integer call() {
        return new CompareVerb(this).call();
    }
}
