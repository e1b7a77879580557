package io.flowsweep.cli.deployment;

import io.flowsweep.cli.output.ExitCodes;
import io.flowsweep.cli.output.LocalTimes;
import io.flowsweep.cli.output.PlanJson;
import io.flowsweep.deployer.DeployedFlow;
import io.flowsweep.deployer.Deployment;
import io.flowsweep.deployer.DeploymentChange;
import io.flowsweep.deployer.TriggeredRun;
import io.flowsweep.plan.AutomationPlan;
import io.flowsweep.plan.SettingsTable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code flowsweep deployments show}. */
final class DeploymentShowVerb {

    private final DeploymentsCommand.Show command;

    DeploymentShowVerb(DeploymentsCommand.Show command) {
        this.command = command;
    }

    int call() {
        DeployedFlow flow = Deployed.at(command).get(command.name);
        List<TriggeredRun> runs = flow.runs().limit(command.most).toList();
        if (command.json) {
            Map<String, Object> json = DeploymentJson.of(flow.deployment());
            json.put("plan", PlanJson.of(flow.plan()));
            json.put("history", flow.history().stream().map(DeploymentJson::of).toList());
            json.put("runs", runs.stream().map(DeploymentJson::of).toList());
            command.print(json);
            return ExitCodes.SUCCESS;
        }
        Deployment deployment = flow.deployment();
        command.print(deployment.name() + ", version " + deployment.version() + " of " + deployment.owner()
                + (deployment.paused() ? ", paused" : ""));
        command.print("flow " + deployment.flow() + ", target " + deployment.target()
                + (deployment.tags().isEmpty() ? "" : ", tags " + String.join(", ", deployment.tags())));
        String starts = DeploymentText.starts(deployment);
        if (!starts.isEmpty()) {
            command.print("starts at " + starts);
            next(deployment).ifPresent(time -> command.print("next at " + time));
        }
        section("configs and parameters", SettingsTable.of(flow.plan(), List.of()));
        section("history", flow.history().stream().map(DeploymentShowVerb::line).toList());
        section("runs", runs.stream().map(DeploymentShowVerb::line).toList());
        return ExitCodes.SUCCESS;
    }

    private static Optional<String> next(Deployment deployment) {
        return deployment
                .plan()
                .automation()
                .flatMap(AutomationPlan::schedule)
                .filter(schedule -> !deployment.paused())
                .map(NextTimes::new)
                .flatMap(next ->
                        next.after(Instant.now(), 1).stream().findFirst().map(next::text));
    }

    private static String line(DeploymentChange change) {
        String what = change.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return LocalTimes.text(change.at()) + "  " + what + ", version " + change.version() + ", by " + change.by();
    }

    private static String line(TriggeredRun run) {
        return run.id() + "  " + DeploymentText.status(run) + ", version "
                + run.trigger().version() + ", by " + run.trigger().cause()
                + run.failure().map(why -> ": " + why).orElse("");
    }

    private void section(String title, List<String> lines) {
        if (!lines.isEmpty()) {
            command.print("\n" + title);
            lines.forEach(line -> command.print("  " + line));
        }
    }
}
