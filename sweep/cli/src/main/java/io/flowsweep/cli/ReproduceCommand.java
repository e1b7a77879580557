package io.flowsweep.cli;

import io.flowsweep.sweep.RecordedSweep;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code flowsweep reproduce}: the one command that runs a variant by itself. */
@Command(sortOptions = false)
final class ReproduceCommand extends VariantInput implements Callable<Integer> {

    @Override
    public Integer call() {
        RecordedSweep recorded = recorded();
        print(recorded.command(trial(recorded).id().variant()));
        return ExitCodes.SUCCESS;
    }
}
