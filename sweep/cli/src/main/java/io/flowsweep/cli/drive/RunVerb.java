package io.flowsweep.cli.drive;

import io.flowsweep.cli.input.SweepLoad;
import io.flowsweep.cli.output.ExitCodes;
import io.flowsweep.cli.output.Terminal;
import io.flowsweep.cli.plan.Forecasting;
import io.flowsweep.cli.plan.PlanText;
import io.flowsweep.cli.plan.PlannedVariants;
import io.flowsweep.cli.plan.VariantCount;
import io.flowsweep.dependencies.DependencyEvent;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.sweep.Sweep;
import io.flowsweep.sweep.SweepOptions;
import io.flowsweep.sweep.VariantWord;
import io.flowsweep.sweep.results.Forecast;
import io.flowsweep.sweep.space.Shard;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;

/** {@code flowsweep run}. */
final class RunVerb {

    private final RunCommand command;
    private final PrintWriter out;

    RunVerb(RunCommand command) {
        this.command = command;
        this.out = command.spec.commandLine().getOut();
    }

    int call() {
        Sweep sweep = SweepLoad.of(command);
        if (command.fresh && command.shard != null) {
            throw new InvalidInputException(
                    "--fresh begins a sweep of its own, so these shards would be no parts of one",
                    "--shard",
                    "Begin without it, after `flowsweep rm NAME` when the results on record are not to count.");
        }
        SweepOptions options = DriverOptions.of(command.run, command.store)
                .dependencyListener(this::tell)
                .fresh(command.fresh)
                .oversubscribe(command.oversubscribe)
                .strict(command.strict)
                .smoke(command.smoke);
        options = command.shard == null ? options : options.shard(Shard.parse(command.shard));
        if (command.dryRun) {
            return dryRun(sweep, options);
        }
        if (command.only != null) {
            return new OneByOne(command.spec.commandLine(), command.json)
                    .run(sweep, VariantWord.of(command.only).in(sweep), options);
        }
        if (command.run.takeOver) {
            Leaving.check(sweep.outlook(options).leaving(), command.yes);
        }
        if (sweep.countsFirst(options) && !command.json && !command.run.detach) {
            new VariantCount(sweep, out).exact();
        }
        return new Driving(command.spec.commandLine(), command.json, command.run).run(sweep, options);
    }

    /** A line for each library that is resolved or fetched, before the first run starts. */
    private void tell(DependencyEvent event) {
        PrintWriter err = command.spec.commandLine().getErr();
        synchronized (err) {
            err.println(event);
            err.flush();
        }
    }

    private int dryRun(Sweep sweep, SweepOptions options) {
        List<String> remarks = sweep.check(options);
        Forecast forecast = sweep.outlook(options).forecast();
        PlannedVariants all = PlannedVariants.all(new VariantCount(sweep, out).look());
        if (command.json) {
            PlanText.json(all, Optional.of(forecast), out);
        } else {
            out.print(PlanText.of(all, false, Terminal.detect().width()));
            remarks.forEach(remark -> out.println("warning: " + remark));
            out.print(Forecasting.text(forecast));
            out.println("Everything is checked; nothing was started.");
            out.flush();
        }
        return ExitCodes.SUCCESS;
    }
}
