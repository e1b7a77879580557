package io.flowsweep.cli.drive;

import io.flowsweep.cli.output.ExitCodes;
import io.flowsweep.sweep.RecordedSweep;
import io.flowsweep.sweep.VariantWord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code flowsweep cancel}. */
final class CancelVerb {

    private final ControlCommand.Cancel command;

    CancelVerb(ControlCommand.Cancel command) {
        this.command = command;
    }

    int call() {
        List<String> words = command.words;
        String last = words.isEmpty() ? "" : words.get(words.size() - 1);
        boolean some = words.size() == 2 || isVariant(last);
        List<String> rest = some ? words.subList(0, words.size() - 1) : words;
        RecordedSweep sweep = RecordedSweep.of(Optional.ofNullable(command.store), rest.isEmpty() ? "" : rest.get(0));
        List<Long> variants = some ? VariantWord.of(last).variantsIn(sweep) : List.of();
        Told.check(sweep, sweep.drivers().size());
        Map<String, Object> facts = Told.facts(sweep, "cancel");
        if (some) {
            variants.forEach(variant -> sweep.control().cancel(Optional.of(variant)));
            facts.put("variants", variants);
        } else {
            sweep.control().cancel(Optional.empty());
        }
        command.tell("told the driver of " + sweep.name() + " to end" + text(variants), facts);
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
