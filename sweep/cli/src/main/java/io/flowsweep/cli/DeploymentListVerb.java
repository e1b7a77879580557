package io.flowsweep.cli;

import io.flowsweep.deployer.DeployedFlow;
import io.flowsweep.deployer.Deployment;
import io.flowsweep.deployer.Deployments;
import io.flowsweep.deployer.TriggeredRun;
import io.flowsweep.deployer.spi.RunStanding;
import io.flowsweep.plan.AutomationPlan;
import io.flowsweep.plots.Column;
import io.flowsweep.plots.Table;
import io.flowsweep.plots.TextTable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code flowsweep deployments ls}. */
final class DeploymentListVerb {

    private final DeploymentsCommand.Ls command;

    DeploymentListVerb(DeploymentsCommand.Ls command) {
        this.command = command;
    }

    int call() {
        Deployments deployments = Deployed.at(command);
        List<DeployedFlow> shown = deployments.tagged(command.tags.toArray(String[]::new));
        if (command.json) {
            shown.forEach(flow -> {
                Map<String, Object> json = DeploymentJson.of(flow.deployment());
                latest(flow).ifPresent(run -> json.put("latest", DeploymentJson.of(run)));
                command.print(json);
            });
        } else if (shown.isEmpty()) {
            command.print(
                    command.tags.isEmpty() ? "Nothing is deployed in " + deployments + "." : "None carries the tag.");
        } else {
            command.print(table(shown));
        }
        return ExitCodes.SUCCESS;
    }

    private static String table(List<DeployedFlow> shown) {
        Table table = new Table(Stream.of("deployment", "version", "flow", "owner", "starts", "latest run", "tags")
                .map(Column::text)
                .toList());
        for (DeployedFlow flow : shown) {
            Deployment deployment = flow.deployment();
            table.add(List.of(
                    deployment.name(),
                    Integer.toString(deployment.version()),
                    deployment.flow(),
                    deployment.owner(),
                    starts(deployment),
                    latest(flow).map(DeploymentListVerb::status).orElse(""),
                    String.join(", ", deployment.tags())));
        }
        return TextTable.render(table, Terminal.detect().width()).stripTrailing();
    }

    /** What starts it by itself. */
    static String starts(Deployment deployment) {
        AutomationPlan automation = deployment.plan().automation().orElse(AutomationPlan.NONE);
        List<String> starts = Stream.concat(
                        automation.schedule().map(s -> s.cron() + " " + s.timezone()).stream(),
                        automation.triggers().stream()
                                .flatMap(t -> t.events().stream())
                                .map(e -> e.event()))
                .toList();
        String text = String.join(", ", starts);
        return deployment.paused() ? (text + " (paused)").strip() : text;
    }

    static String status(TriggeredRun run) {
        RunStanding standing = run.standing();
        return standing.status().name().toLowerCase(Locale.ROOT) + (standing.suspended() ? ", suspended" : "");
    }

    private static Optional<TriggeredRun> latest(DeployedFlow flow) {
        return flow.runs().findFirst();
    }
}
