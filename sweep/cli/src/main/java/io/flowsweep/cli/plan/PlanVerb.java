package io.flowsweep.cli.plan;

import io.flowsweep.cli.input.SweepLoad;
import io.flowsweep.cli.output.ExitCodes;
import io.flowsweep.cli.output.Terminal;
import io.flowsweep.sweep.Sweep;
import io.flowsweep.sweep.SweepOptions;
import io.flowsweep.sweep.space.Shard;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Stream;

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
        List<String> odd = sweep.checkPrograms();
        if (command.inputs) {
            PlanText.list(sweep.inputs(), command.json, out);
            return ExitCodes.SUCCESS;
        }
        VariantCount count = new VariantCount(sweep, out);
        if (command.count || command.all) {
            count.exact();
        } else if (command.diff == null && !command.json) {
            count.look();
        }
        if (command.diff != null) {
            new PlanDiff(count, command.diff[0], command.diff[1]).print(out, command.json);
        } else if (command.json) {
            PlanText.json(PlannedVariants.of(count, command), Forecasting.ofPlan(sweep, options()), out);
        } else {
            out.print(PlanText.of(
                    PlannedVariants.of(count, command),
                    command.all,
                    Terminal.detect().width()));
            Stream.concat(odd.stream(), sweep.warnings().stream())
                    .forEach(warning -> out.println("warning: " + warning));
            out.print(PlanText.inputs(sweep));
            Forecasting.ofPlan(sweep, options()).map(Forecasting::text).ifPresent(out::print);
            out.flush();
        }
        return ExitCodes.SUCCESS;
    }

    private SweepOptions options() {
        SweepOptions options = SweepOptions.defaults().smoke(command.smoke);
        options = command.store == null ? options : options.store(command.store);
        return command.shard == null ? options : options.shard(Shard.parse(command.shard));
    }
}
