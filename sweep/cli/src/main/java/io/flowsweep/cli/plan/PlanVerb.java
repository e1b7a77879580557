package io.flowsweep.cli.plan;

import io.flowsweep.cli.input.SweepLoad;
import io.flowsweep.cli.output.ExitCodes;
import io.flowsweep.cli.output.Terminal;
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
        sweep.checkPrograms();
        VariantCount count = new VariantCount(sweep, out);
        if (command.count || command.all) {
            count.exact();
        } else if (command.diff == null && !command.json) {
            count.look();
        }
        if (command.diff != null) {
            new PlanDiff(count, command.diff[0], command.diff[1]).print(out, command.json);
        } else if (command.json) {
            PlanText.json(PlannedVariants.of(count, command), out);
        } else {
            out.print(PlanText.of(
                    PlannedVariants.of(count, command),
                    command.all,
                    Terminal.detect().width()));
            out.flush();
        }
        return ExitCodes.SUCCESS;
    }
}
