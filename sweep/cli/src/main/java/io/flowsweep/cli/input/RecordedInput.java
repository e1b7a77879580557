package io.flowsweep.cli.input;

import io.flowsweep.sweep.RecordedSweep;
import java.util.Optional;
import picocli.CommandLine.Parameters;

/** What the commands have in common that work with a sweep on record. */
public abstract class RecordedInput extends StoreInput {

    public static final String HELP =
            "A sweep: its file, its name or the beginning of it, @-2 for the one before the last; default: the last.";

    @Parameters(paramLabel = "SWEEP", arity = "0..1", description = HELP)
    String sweep;

    public RecordedSweep recorded() {
        return RecordedSweep.of(Optional.ofNullable(store), sweep == null ? "" : sweep);
    }

    /** A line for people. */
    public void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
