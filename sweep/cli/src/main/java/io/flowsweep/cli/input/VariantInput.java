package io.flowsweep.cli.input;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Suggestions;
import io.flowsweep.sweep.RecordedSweep;
import io.flowsweep.sweep.events.TrialId;
import io.flowsweep.sweep.results.TrialRecord;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Parameters;

/** What the commands have in common that work with a variant of a sweep on record: {@code [SWEEP] VARIANT}. */
public abstract class VariantInput extends StoreInput {

    @Parameters(
            paramLabel = "[SWEEP] VARIANT",
            arity = "1..2",
            description =
                    "A sweep, see `flowsweep status --help`; and one of its variants by number or name, 17#2 for its"
                            + " third repeat.")
    List<String> words;

    protected RecordedSweep recorded() {
        return RecordedSweep.of(Optional.ofNullable(store), words.size() == 2 ? words.get(0) : "");
    }

    protected String variant() {
        return words.get(words.size() - 1);
    }

    /** The trial that is meant, when it is named by its number; whether it was ever started does not matter. */
    protected Optional<TrialId> numbered(RecordedSweep sweep) {
        return numbered(sweep, variant());
    }

    /** The same of any word. */
    public static Optional<TrialId> numbered(RecordedSweep sweep, String word) {
        Optional<TrialId> number = OnlyVariant.parse(word).map(OnlyVariant::trial);
        long variants = sweep.summary().variants();
        number.filter(trial -> trial.variant() >= variants).ifPresent(trial -> {
            throw new InvalidInputException(
                    "the variants of " + sweep.name() + " are 0 to " + (variants - 1) + ", but got " + trial.variant(),
                    "",
                    "");
        });
        return number;
    }

    /** The trial that is meant; it has been started. */
    protected TrialRecord trial(RecordedSweep sweep) {
        Optional<TrialId> id = numbered(sweep);
        if (id.isPresent()) {
            return sweep.trials()
                    .find(id.get())
                    .orElseThrow(() -> new InvalidInputException(
                            "variant " + variant() + " of " + sweep.name() + " has not been started", "", ""));
        }
        return named(sweep, variant());
    }

    /** Whether a trial is called so. */
    public boolean isMeant(TrialRecord trial) {
        return isCalled(trial, variant());
    }

    private static boolean isCalled(TrialRecord trial, String name) {
        return trial.label().equals(name) || trial.name().equals(name);
    }

    /** The trial of a name. */
    public static TrialRecord named(RecordedSweep sweep, String name) {
        return sweep.trials().all().stream()
                .filter(trial -> isCalled(trial, name))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        "no variant of " + sweep.name() + " that was started is called \"" + name + "\"",
                        "",
                        Suggestions.didYouMean(
                                name,
                                sweep.trials().all().stream()
                                        .map(TrialRecord::name)
                                        .distinct()
                                        .toList())));
    }
}
