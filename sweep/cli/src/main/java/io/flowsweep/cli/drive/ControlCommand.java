package io.flowsweep.cli.drive;

import io.flowsweep.cli.input.RecordedInput;
import io.flowsweep.cli.input.StoreInput;
import io.flowsweep.cli.output.ExitCodes;
import io.flowsweep.cli.output.NextSteps;
import io.flowsweep.sweep.RecordedSweep;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
                description =
                        "A sweep, see `flowsweep status --help`; and the number of one variant, to end only that.")
        List<String> words = List.of();

        @Override
        public Integer call() {
            boolean one = !words.isEmpty() && words.get(words.size() - 1).matches("\\d{1,18}");
            Optional<Long> variant = one ? Optional.of(Long.valueOf(words.get(words.size() - 1))) : Optional.empty();
            List<String> rest = one ? words.subList(0, words.size() - 1) : words;
            RecordedSweep sweep = RecordedSweep.of(Optional.ofNullable(store), rest.isEmpty() ? "" : rest.get(0));
            Told.check(sweep, sweep.control().cancel(variant));
            Map<String, Object> facts = Told.facts(sweep, "cancel");
            variant.ifPresent(v -> facts.put("variant", v));
            tell(
                    "told the driver of " + sweep.name() + " to end"
                            + variant.map(v -> " variant " + v).orElse(""),
                    facts);
            return ExitCodes.SUCCESS;
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
