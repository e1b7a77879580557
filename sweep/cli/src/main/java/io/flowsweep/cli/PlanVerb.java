package io.flowsweep.cli;

import io.flowsweep.sweep.Sweep;
import java.io.PrintWriter;

/** {@code flowsweep plan}. */
final class PlanVerb {

    private final PlanCommand command;
    private final PrintWriter out;

    PlanVerb(PlanCommand command) {
        this.command = command;
        this.out = command.spec.commandLine().getOut();
    }

    int call() {
        Sweep sweep = SweepLoad.of(command);
        if (command.diff != null) {
            new PlanDiff(sweep, command.diff[0], command.diff[1]).print(out, command.json);
        } else if (command.json) {
            PlanText.json(sweep, PlannedVariants.of(sweep, command), out);
        } else {
            out.print(PlanText.of(
                    sweep,
                    PlannedVariants.of(sweep, command),
                    command.all,
                    Terminal.detect().width()));
            out.flush();
        }
        return ExitCodes.SUCCESS;
    }
}
