package io.flowsweep.cli.deployment;

import io.flowsweep.cli.output.ExitCodes;
import io.flowsweep.cli.output.Terminal;
import io.flowsweep.deployer.DeployedFlow;
import io.flowsweep.deployer.Deployment;
import io.flowsweep.deployer.Deployments;
import io.flowsweep.deployer.TriggeredRun;
import io.flowsweep.plots.Column;
import io.flowsweep.plots.Table;
import io.flowsweep.plots.TextTable;
import java.util.List;
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
                    DeploymentText.starts(deployment),
                    latest(flow).map(DeploymentText::status).orElse(""),
                    String.join(", ", deployment.tags())));
        }
        return TextTable.render(table, Terminal.detect().width()).stripTrailing();
    }

    private static Optional<TriggeredRun> latest(DeployedFlow flow) {
        return flow.runs().findFirst();
    }
}
