package io.flowsweep.cli;

import io.flowsweep.sweep.RecordedSweep;
import java.util.Optional;
import picocli.CommandLine.Parameters;

/** What the commands have in common that work with a sweep on record. */
abstract class RecordedInput extends StoreInput {

    static final String HELP =
            "A sweep: its file, its name or the beginning of it, @-2 for the one before the last; default: the last.";

    @Parameters(paramLabel = "SWEEP", arity = "0..1", description = HELP)
    String sweep;

    RecordedSweep recorded() {
        return RecordedSweep.of(Optional.ofNullable(store), sweep == null ? "" : sweep);
    }

    /** A line for people. */
    void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
