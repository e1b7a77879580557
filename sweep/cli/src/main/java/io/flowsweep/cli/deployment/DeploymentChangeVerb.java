package io.flowsweep.cli.deployment;

import io.flowsweep.cli.output.ExitCodes;
import io.flowsweep.deployer.DeployedFlow;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** {@code flowsweep deployments pause}, {@code unpause} and {@code delete}. */
final class DeploymentChangeVerb {

    private final DeploymentInput.Some command;

    DeploymentChangeVerb(DeploymentInput.Some command) {
        this.command = command;
    }

    int pause() {
        return each("paused", DeployedFlow::pause);
    }

    int unpause() {
        return each("unpaused", DeployedFlow::unpause);
    }

    int delete() {
        return each("deleted", DeployedFlow::delete);
    }

    private int each(String done, Consumer<DeployedFlow> change) {
        List<DeployedFlow> flows = Deployed.some(command, command.names, command.tags).stream()
                .map(flow -> flow.force(command.force))
                .toList();
        flows.forEach(DeployedFlow::checkOwner); // before anything is changed
        for (DeployedFlow flow : flows) {
            change.accept(flow);
            command.tell(done + " " + flow.name(), Map.of(done, flow.name()));
        }
        return ExitCodes.SUCCESS;
    }
}
