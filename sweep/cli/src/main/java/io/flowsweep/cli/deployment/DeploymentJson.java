package io.flowsweep.cli.deployment;

import io.flowsweep.codec.Secrets;
import io.flowsweep.deployer.Deployment;
import io.flowsweep.deployer.DeploymentChange;
import io.flowsweep.deployer.TriggerRecord;
import io.flowsweep.deployer.TriggeredRun;
import io.flowsweep.deployer.spi.RunStanding;
import java.util.LinkedHashMap;
import java.util.Map;

/** Deployments and triggered runs as plain values, for {@code --json}. */
public final class DeploymentJson {

    private DeploymentJson() {}

    public static Map<String, Object> of(Deployment deployment) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("deployment", deployment.name());
        json.put("version", deployment.version());
        json.put("target", deployment.target());
        json.put("flow", deployment.flow());
        json.put("owner", deployment.owner());
        json.put("deployed", deployment.deployedAt().toString());
        json.put("paused", deployment.paused());
        json.put("tags", deployment.tags());
        deployment.branch().ifPresent(branch -> json.put("branch", branch));
        json.put("digest", deployment.digest());
        json.put("configs", Secrets.masked(deployment.configs()));
        return json;
    }

    static Map<String, Object> of(DeploymentChange change) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("change", change.kind().name());
        json.put("version", change.version());
        json.put("at", change.at().toString());
        json.put("by", change.by());
        return json;
    }

    static Map<String, Object> of(TriggeredRun run) {
        TriggerRecord trigger = run.trigger();
        RunStanding standing = run.standing();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("deployment", trigger.deployment());
        json.put("version", trigger.version());
        json.put("flow", trigger.flow());
        json.put("run", run.id());
        json.put("status", standing.status().name());
        json.put("suspended", standing.suspended());
        json.put("triggered", trigger.at().toString());
        json.put("cause", trigger.cause().toString());
        json.put("parameters", Secrets.masked(trigger.parameters()));
        standing.failure().ifPresent(failure -> json.put("failure", failure));
        return json;
    }
}
