package io.flowsweep.cli.drive;

import io.flowsweep.cli.input.RecordedInput;
import io.flowsweep.cli.input.StoreInput;
import io.flowsweep.cli.output.ExitCodes;
import io.flowsweep.cli.output.NextSteps;
import io.flowsweep.sweep.RecordedSweep;
import io.flowsweep.sweep.VariantWord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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
            String last = words.isEmpty() ? "" : words.get(words.size() - 1);
            boolean some = words.size() == 2 || isVariant(last);
            List<String> rest = some ? words.subList(0, words.size() - 1) : words;
            RecordedSweep sweep = RecordedSweep.of(Optional.ofNullable(store), rest.isEmpty() ? "" : rest.get(0));
            List<Long> variants = some ? VariantWord.of(last).variantsIn(sweep) : List.of();
            Told.check(sweep, sweep.drivers().size());
            Map<String, Object> facts = Told.facts(sweep, "cancel");
            if (some) {
                variants.forEach(variant -> sweep.control().cancel(Optional.of(variant)));
                facts.put("variants", variants);
            } else {
                sweep.control().cancel(Optional.empty());
            }
            tell("told the driver of " + sweep.name() + " to end" + text(variants), facts);
            return ExitCodes.SUCCESS;
        }

        /** The only word is a sweep, unless it can be nothing but a variant. */
        private static boolean isVariant(String word) {
            return VariantWord.of(word).number().isPresent() || word.matches(".*[=<>!].*");
        }

        private static String text(List<Long> variants) {
            return variants.isEmpty()
                    ? ""
                    : (variants.size() == 1 ? " variant " : " variants ")
                            + variants.stream().map(String::valueOf).collect(Collectors.joining(", "));
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
