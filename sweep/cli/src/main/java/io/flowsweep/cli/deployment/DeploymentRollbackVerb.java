package io.flowsweep.cli.deployment;

import io.flowsweep.cli.output.ExitCodes;
import io.flowsweep.deployer.DeployedFlow;

/** {@code flowsweep deployments rollback}. */
final class DeploymentRollbackVerb {

    private final DeploymentsCommand.Rollback command;

    DeploymentRollbackVerb(DeploymentsCommand.Rollback command) {
        this.command = command;
    }

    int call() {
        DeployedFlow flow =
                Deployed.at(command).get(command.name).force(command.force).rollback(command.version);
        command.tell(
                "version " + flow.version() + " of " + flow.name() + " counts again",
                DeploymentJson.of(flow.deployment()));
        return ExitCodes.SUCCESS;
    }
}
