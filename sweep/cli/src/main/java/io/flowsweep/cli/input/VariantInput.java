package io.flowsweep.cli.input;

import io.flowsweep.sweep.RecordedSweep;
import io.flowsweep.sweep.VariantWord;
import io.flowsweep.sweep.results.TrialRecord;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Parameters;

/** What the commands have in common that work with a variant of a sweep on record: {@code [SWEEP] VARIANT}. */
public abstract class VariantInput extends StoreInput {

    @Parameters(
            paramLabel = "[SWEEP] VARIANT",
            arity = "1..2",
            description = "A sweep, see `flowsweep status --help`; and one of its variants, " + VariantWord.HELP + ".")
    List<String> words;

    public RecordedSweep recorded() {
        return RecordedSweep.of(Optional.ofNullable(store), words.size() == 2 ? words.get(0) : "");
    }

    public VariantWord variant() {
        return VariantWord.of(words.get(words.size() - 1));
    }

    /** The trial that is meant; it has been started. */
    public TrialRecord trial(RecordedSweep sweep) {
        return variant().oneIn(sweep);
    }
}
