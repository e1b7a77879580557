package io.flowsweep.cli;

import io.flowsweep.sweep.RecordedSweep;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code flowsweep reproduce}: the one command that runs a variant by itself. */
@Command(sortOptions = false)
final class ReproduceCommand extends VariantInput implements Callable<Integer> {

    @Override
    public Integer call() {
        RecordedSweep recorded = recorded();
        long variant = trial(recorded).id().variant();
        String command = recorded.command(variant);
        tell(command, Map.of("sweep", recorded.id(), "variant", variant, "command", command));
        return ExitCodes.SUCCESS;
    }
}
