package io.flowsweep.cli.results;

import io.flowsweep.cli.input.StoreInput;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.sweep.RecordedSweep;
import java.io.PrintWriter;
import java.nio.file.Files;

/** A sweep on record with the metrics, the objective, the baseline and the charts that its file has now. */
final class PresentView {

    private PresentView() {}

    /** As it was recorded when its file is gone or wrong, which is said in the latter case. */
    static RecordedSweep of(RecordedSweep recorded, StoreInput command) {
        if (!Files.isRegularFile(recorded.file())) {
            return recorded;
        }
        PrintWriter err = command.spec.commandLine().getErr();
        RecordedSweep seen = recorded;
        try {
            seen = recorded.asItsFileSaysNow();
            seen.warnings().forEach(text -> err.println("warning: " + text));
        } catch (InvalidInputException e) {
            err.println(
                    "warning: the metrics are those with which the sweep was run, because its file cannot be read now: "
                            + e.problems().get(0));
        }
        err.flush();
        return seen;
    }
}
