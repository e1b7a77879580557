package io.flowsweep.cli.deployment;

import io.flowsweep.cli.output.ExitCodes;
import io.flowsweep.cli.output.Terminal;
import io.flowsweep.deployer.DeployedFlow;
import io.flowsweep.deployer.Deployment;
import io.flowsweep.deployer.Deployments;
import io.flowsweep.deployer.TriggeredRun;
import io.flowsweep.deployer.spi.RunStanding;
import io.flowsweep.plan.AutomationPlan;
import io.flowsweep.plan.AutomationPlan.EventPlan;
import io.flowsweep.plan.AutomationPlan.Join;
import io.flowsweep.plan.FlowPlan;
import io.flowsweep.plots.Column;
import io.flowsweep.plots.Table;
import io.flowsweep.plots.TextTable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code flowsweep deployments ls}. */
public final class DeploymentListVerb {

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
            command.print(command.tags.isEmpty() ? "Nothing is deployed." : "None carries the tag.");
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
        String text = String.join(", ", starts(deployment.plan()));
        return deployment.paused() ? (text + " (paused)").strip() : text;
    }

    /** {@code 30 6 * * MON-FRI Europe/Berlin}, {@code data.ready}, {@code run.finished of Load}. */
    public static List<String> starts(FlowPlan plan) {
        AutomationPlan automation = plan.automation().orElse(AutomationPlan.NONE);
        return Stream.concat(
                        automation.schedule().map(s -> s.cron() + " " + s.timezone()).stream(),
                        automation.triggers().stream()
                                .map(t -> t.events().stream()
                                        .map(DeploymentListVerb::event)
                                        .collect(Collectors.joining(t.join() == Join.ALL ? " and " : ", "))))
                .toList();
    }

    private static String event(EventPlan event) {
        String of = event.where().getOrDefault("flow", event.where().getOrDefault("deployment", ""));
        return event.event() + (of.isEmpty() ? "" : " of " + of);
    }

    static String status(TriggeredRun run) {
        RunStanding standing = run.standing();
        return standing.status().name().toLowerCase(Locale.ROOT) + (standing.suspended() ? ", suspended" : "");
    }

    private static Optional<TriggeredRun> latest(DeployedFlow flow) {
        return flow.runs().findFirst();
    }
}
