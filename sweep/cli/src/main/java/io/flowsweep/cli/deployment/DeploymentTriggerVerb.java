package io.flowsweep.cli.deployment;

import io.flowsweep.cli.input.ParameterWords;
import io.flowsweep.cli.output.ExitCodes;
import io.flowsweep.deployer.DeployedFlow;
import io.flowsweep.deployer.TriggeredRun;
import io.flowsweep.deployer.TriggeredStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code flowsweep deployments trigger} and {@code flow trigger}. */
final class DeploymentTriggerVerb {

    private final DeploymentsCommand.Trigger command;

    DeploymentTriggerVerb(DeploymentsCommand.Trigger command) {
        this.command = command;
    }

    int call() {
        List<String> names = command.name == null ? List.of() : List.of(command.name);
        Map<String, String> parameters = ParameterWords.read(command.spec.commandLine(), command.parameters);
        parameters.putAll(command.named);
        List<TriggeredRun> runs = new ArrayList<>();
        Deployed.settleKeeper(command, Deployed.at(command), command.takeOver);
        for (DeployedFlow flow : Deployed.some(command, names, command.tags)) {
            TriggeredRun run = command.id == null ? flow.trigger(parameters) : flow.trigger(parameters, command.id);
            runs.add(run);
            if (!command.json) {
                command.print("run " + run.id() + " of " + flow.name() + ", version "
                        + run.trigger().version());
            } else if (!command.wait) {
                command.print(DeploymentJson.of(run));
            }
        }
        return command.wait ? await(runs) : ExitCodes.SUCCESS;
    }

    private int await(List<TriggeredRun> runs) {
        int code = ExitCodes.SUCCESS;
        for (TriggeredRun run : runs) {
            TriggeredStatus status = run.await();
            if (command.json) {
                command.print(DeploymentJson.of(run));
            } else {
                command.print(run.id() + " " + DeploymentText.status(run)
                        + run.failure().map(why -> ": " + why).orElse(""));
            }
            code = status == TriggeredStatus.FAILED || code == ExitCodes.VARIANT_FAILED
                    ? ExitCodes.VARIANT_FAILED
                    : status == TriggeredStatus.SUCCEEDED ? code : ExitCodes.ENDED_EARLY;
        }
        return code;
    }
}
