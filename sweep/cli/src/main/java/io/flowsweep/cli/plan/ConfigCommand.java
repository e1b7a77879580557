package io.flowsweep.cli.plan;

import io.flowsweep.cli.input.SweepInput;
import java.math.BigInteger;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(sortOptions = false)
final class ConfigCommand extends SweepInput implements Callable<Integer> {

    @Option(
            names = "--index",
            paramLabel = "I",
            defaultValue = "0",
            description = "The variant, from 0; default: ${DEFAULT-VALUE}.")
    BigInteger index;

    @Option(
            names = "--path",
            paramLabel = "PATH",
            description = "Show only this value and what is below it: optimizer.lr or params.seconds.")
    String path;

    @Option(names = "--json", description = "Print each value as a line of JSON, and nothing else.")
    boolean json;

    @Override
    public Integer call() {
        return new ConfigVerb(this).call(Optional.ofNullable(path));
    }
}
