package io.flowsweep.cli;

import io.flowsweep.sweep.Sweep;
import java.io.PrintWriter;

/** {@code flowsweep plan}. */
final class PlanVerb {

    private final PlanCommand command;

    PlanVerb(PlanCommand command) {
        this.command = command;
    }

    int call() {
        PrintWriter out = command.spec.commandLine().getOut();
        Sweep sweep = Sweep.load(command.file);
        if (command.json) {
            PlanText.json(sweep, out);
        } else {
            out.print(PlanText.of(sweep, command.all, Terminal.detect().width()));
            out.flush();
        }
        return ExitCodes.SUCCESS;
    }
}
