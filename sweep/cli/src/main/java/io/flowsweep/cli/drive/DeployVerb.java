package io.flowsweep.cli.drive;

import io.flowsweep.cli.input.SweepLoad;
import io.flowsweep.cli.output.Asking;
import io.flowsweep.cli.output.ExitCodes;
import io.flowsweep.codec.Json;
import io.flowsweep.sweep.DeploymentPlan;
import io.flowsweep.sweep.Sweep;
import io.flowsweep.sweep.SweepOptions;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code flowsweep deploy}. */
final class DeployVerb {

    /** Of each kind of change, this many are listed for people. */
    private static final int MOST = 10;

    private final DeployCommand command;
    private final PrintWriter out;

    DeployVerb(DeployCommand command) {
        this.command = command;
        this.out = command.spec.commandLine().getOut();
    }

    int call() {
        Sweep sweep = SweepLoad.of(command);
        SweepOptions options = SweepOptions.defaults().dependencyListener(event -> {});
        DeploymentPlan plan = sweep.deployment(command.store == null ? options : options.store(command.store));
        if (!command.json) {
            show(sweep, plan);
        }
        boolean changes = !command.dryRun && !plan.isEmpty();
        if (changes) {
            Asking.check("That changes what is deployed", "Go on?", command.yes);
            plan.carryOut(command.force, name -> {});
        }
        if (command.json) {
            out.print(Json.write(facts(sweep, plan, changes)) + "\n");
        } else if (changes) {
            out.println("deployed; `flowsweep deployments ls --tag sweep:" + sweep.id() + "` lists it");
        }
        out.flush();
        return ExitCodes.SUCCESS;
    }

    private void show(Sweep sweep, DeploymentPlan plan) {
        out.println(sweep.name() + ": " + plan);
        list("+", plan.fresh());
        list("~", plan.changed());
        list("-", plan.removed());
        out.flush();
    }

    private void list(String mark, List<String> names) {
        names.stream().limit(MOST).forEach(name -> out.println("  " + mark + " " + name));
        if (names.size() > MOST) {
            out.println("  " + mark + " and " + (names.size() - MOST) + " more");
        }
    }

    private static Map<String, Object> facts(Sweep sweep, DeploymentPlan plan, boolean carriedOut) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("sweep", sweep.id());
        facts.put("new", plan.fresh());
        facts.put("changed", plan.changed());
        facts.put("removed", plan.removed());
        facts.put("unchanged", plan.unchanged());
        facts.put("carried_out", carriedOut);
        return facts;
    }
}
