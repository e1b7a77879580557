package io.flowsweep.cli.results;

import io.flowsweep.cli.input.StoreInput;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(sortOptions = false)
final class DiffCommand extends StoreInput implements Callable<Integer> {

    @Parameters(
            paramLabel = "WORDS",
            arity = "1..4",
            description =
                    "SWEEP SWEEP for two sweeps; SWEEP VARIANT VARIANT for two variants of one, by number or name; SWEEP VARIANT"
                            + " SWEEP VARIANT for those of two.")
    List<String> words;

    @Override
    public Integer call() {
        return new DiffVerb(this).call();
    }
}
