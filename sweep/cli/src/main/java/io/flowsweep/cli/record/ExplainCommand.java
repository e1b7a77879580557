package io.flowsweep.cli.record;

import io.flowsweep.cli.input.VariantInput;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(sortOptions = false)
final class ExplainCommand extends VariantInput implements Callable<Integer> {

    @Override
    public Integer call() {
        return new ExplainVerb(this).call();
    }
}
