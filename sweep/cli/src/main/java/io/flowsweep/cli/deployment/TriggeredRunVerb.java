package io.flowsweep.cli.deployment;

import io.flowsweep.cli.input.Recorded;
import io.flowsweep.cli.output.ExitCodes;
import io.flowsweep.cli.output.Texts;
import io.flowsweep.deployer.Deployments;
import io.flowsweep.deployer.TriggeredRun;
import io.flowsweep.errors.InvalidInputException;
import java.util.Map;
import java.util.function.Consumer;

/** {@code flowsweep deployments terminate}, {@code suspend} and {@code unsuspend}. */
final class TriggeredRunVerb {

    private final DeploymentsCommand.OfRun command;

    TriggeredRunVerb(DeploymentsCommand.OfRun command) {
        this.command = command;
    }

    int terminate() {
        return call("terminated", run -> {
            run.terminate();
            run.await();
        });
    }

    int suspend() {
        return call("suspended", TriggeredRun::suspend);
    }

    int unsuspend() {
        return call("unsuspended", TriggeredRun::unsuspend);
    }

    private int call(String done, Consumer<TriggeredRun> change) {
        Deployments deployments = Deployed.at(command);
        TriggeredRun run = deployments
                .run(command.run)
                .orElseThrow(() -> new InvalidInputException(
                        "there is no triggered run \"" + command.run + "\"",
                        Texts.path(Recorded.folder(command)),
                        "`flowsweep deployments show NAME` lists those of a deployment."));
        if (run.status().ended()) {
            throw new InvalidInputException(
                    "the run " + run.id() + " has ended: " + DeploymentText.status(run), "", "");
        }
        change.accept(run);
        command.tell(
                done + " " + run.id(),
                Map.of(done, run.id(), "status", run.status().name()));
        return ExitCodes.SUCCESS;
    }
}
