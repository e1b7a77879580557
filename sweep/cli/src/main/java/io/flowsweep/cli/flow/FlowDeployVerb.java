package io.flowsweep.cli.flow;

import io.flowsweep.cli.deployment.DeploymentJson;
import io.flowsweep.cli.output.ExitCodes;
import io.flowsweep.codec.Json;
import io.flowsweep.deployer.DeployedFlow;
import io.flowsweep.deployer.Deployer;
import io.flowsweep.runner.Runner;
import java.util.Map;

/** {@code flowsweep flow deploy}. */
final class FlowDeployVerb {

    private final DeployInput command;

    FlowDeployVerb(DeployInput command) {
        this.command = command;
    }

    int deploy() {
        DeployedFlow flow = create(runner());
        if (command.json) {
            print(Json.write(DeploymentJson.of(flow.deployment())));
        } else {
            warn(flow);
            print(sentence(flow));
            print("trigger it with `flowsweep flow trigger " + flow.name() + "`");
        }
        return ExitCodes.SUCCESS;
    }

    Runner runner() {
        Runner runner = FlowArguments.runner((FlowStart) command);
        for (Map.Entry<String, String> parameter : command.named.entrySet()) {
            runner = runner.parameter(parameter.getKey(), parameter.getValue());
        }
        return runner;
    }

    DeployedFlow create(Runner runner) {
        Deployer deployer = Deployer.of(runner).target(command.target).force(command.force);
        return (command.name == null ? deployer : deployer.name(command.name)).create();
    }

    void warn(DeployedFlow flow) {
        flow.plan()
                .warnings()
                .forEach(warning -> command.spec.commandLine().getErr().println("warning: " + warning));
    }

    static String sentence(DeployedFlow flow) {
        return "deployed " + flow.name() + ", version " + flow.version()
                + (flow.deployment().paused() ? ", still paused" : "");
    }

    void print(String line) {
        command.spec.commandLine().getOut().print(line + "\n");
        command.spec.commandLine().getOut().flush();
    }
}
