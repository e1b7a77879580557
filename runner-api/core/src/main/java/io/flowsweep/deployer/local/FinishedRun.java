package io.flowsweep.deployer.local;

import io.flowsweep.deployer.Deployment;
import io.flowsweep.deployer.TriggerRecord;
import io.flowsweep.events.EventRecords;
import io.flowsweep.events.RunState;
import io.flowsweep.flow.TriggerEvent;
import io.flowsweep.store.Store;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The event that the end of a run of a deployment is.
 *
 * @param deployment the version that was run
 * @param trigger what has led to the run
 */
record FinishedRun(Deployment deployment, TriggerRecord trigger) {

    /** Puts it on record; once, however often this is called. */
    void publish(Store store, RunState state) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("flow", deployment.flow());
        payload.put("run", trigger.run());
        payload.put("state", state.name());
        payload.put("succeeded", state == RunState.SUCCEEDED);
        payload.put("deployment", deployment.name());
        payload.put("version", (long) deployment.version());
        deployment.plan().project().ifPresent(project -> payload.put("project", project));
        deployment.branch().ifPresent(branch -> payload.put("branch", branch));
        payload.put("tags", deployment.tags());
        String id = deployment.flow() + "/" + trigger.run();
        List<String> chain =
                trigger.cause().told(trigger.deployment(), trigger.version()).chain();
        new EventRecords(store)
                .publish(new TriggerEvent(TriggerEvent.RUN_FINISHED, id, Instant.now(), payload, Optional.of(chain)));
    }
}
