package io.flowsweep.cli.drive;

import io.flowsweep.cli.input.RecordedInput;
import io.flowsweep.cli.input.StoreInput;
import io.flowsweep.cli.output.ExitCodes;
import io.flowsweep.cli.output.NextSteps;
import io.flowsweep.sweep.RecordedSweep;
import io.flowsweep.sweep.VariantWord;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code cancel} and {@code pause}: what a driver is told from any terminal. */
final class ControlCommand {

    private ControlCommand() {}

    @Command(sortOptions = false)
    static final class Cancel extends StoreInput implements Callable<Integer> {

        @Parameters(
                paramLabel = "[SWEEP] [VARIANT]",
                arity = "0..2",
                description = "A sweep, see `flowsweep status --help`; and a variant, " + VariantWord.HELP_SEVERAL
                        + ", to end only that.")
        List<String> words = List.of();

        @Override
        public Integer call() {
            return new CancelVerb(this).call();
        }
    }

    @Command(sortOptions = false)
    static final class Pause extends RecordedInput implements Callable<Integer> {

        @Override
        public Integer call() {
            RecordedSweep recorded = recorded();
            Told.check(recorded, recorded.control().pause());
            tell(
                    "told the driver of " + recorded.name() + " to start no more runs; "
                            + NextSteps.resume(recorded.name()) + " goes on",
                    Told.facts(recorded, "pause"));
            return ExitCodes.SUCCESS;
        }
    }
}
