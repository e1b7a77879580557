package io.flowsweep.cli.drive;

import io.flowsweep.cli.output.ExitCodes;
import io.flowsweep.cli.output.Texts;
import io.flowsweep.sweep.RecordedSweep;
import io.flowsweep.sweep.VariantWord;
import io.flowsweep.sweep.results.Added;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code flowsweep add}. */
final class AddVerb {

    /** Of the names of variants, this many are told to people. */
    private static final int MOST = 5;

    private final AddCommand command;

    AddVerb(AddCommand command) {
        this.command = command;
    }

    int call() {
        List<String> words = command.words;
        boolean named = words.size() > 1 && words.get(0).indexOf('=') < 0;
        RecordedSweep sweep = RecordedSweep.of(Optional.ofNullable(command.store), named ? words.get(0) : "");
        List<String> what = named ? words.subList(1, words.size()) : words;
        Optional<Long> variant = what.size() == 1 ? variant(sweep, what.get(0)) : Optional.empty();
        if (variant.isPresent()) {
            again(sweep, variant.get());
        } else {
            tell(sweep, sweep.control().add(what));
        }
        return ExitCodes.SUCCESS;
    }

    /** The variant that a word means; empty when it gives values to an axis. */
    private static Optional<Long> variant(RecordedSweep sweep, String word) {
        boolean values =
                word.indexOf('=') >= 0 && sweep.trials().all().stream().noneMatch(VariantWord.of(word)::isNameOf);
        return values ? Optional.empty() : Optional.of(VariantWord.of(word).oneOf(sweep));
    }

    private void again(RecordedSweep sweep, long variant) {
        Told.check(sweep, sweep.control().add(variant));
        Map<String, Object> facts = Told.facts(sweep, "add");
        facts.put("variant", variant);
        command.tell("told the driver of " + sweep.name() + " to run variant " + variant + " next", facts);
    }

    private void tell(RecordedSweep sweep, Added added) {
        Map<String, Object> facts = Told.facts(sweep, "add");
        facts.put("added", added.names());
        facts.put("present", added.present());
        String present = added.present().isEmpty()
                ? ""
                : "; already there: " + Texts.count(added.present().size(), "variant") + ", " + some(added.present());
        command.tell(
                (added.names().isEmpty()
                                ? "nothing was added to " + sweep.name()
                                : "added " + Texts.count(added.names().size(), "variant") + " to " + sweep.name() + ": "
                                        + some(added.names()))
                        + present,
                facts);
    }

    /** {@code cpu=3,dim=500; cpu=3,dim=1000 and others}. */
    static String some(List<String> names) {
        return names.stream().limit(MOST).collect(Collectors.joining("; "))
                + (names.size() > MOST ? " and others" : "");
    }
}
