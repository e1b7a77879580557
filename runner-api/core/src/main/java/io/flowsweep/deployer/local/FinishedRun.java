package io.flowsweep.deployer.local;

import io.flowsweep.deployer.Deployment;
import io.flowsweep.events.EventRecords;
import io.flowsweep.events.RunState;
import io.flowsweep.flow.TriggerEvent;
import io.flowsweep.store.Store;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The event that the end of a run of a deployment is.
 *
 * @param deployment the version that was run
 * @param run the run's id
 */
record FinishedRun(Deployment deployment, String run) {

    /** Puts it on record; once, however often this is called. */
    void publish(Store store, RunState state) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("flow", deployment.flow());
        payload.put("run", run);
        payload.put("state", state.name());
        payload.put("succeeded", state == RunState.SUCCEEDED);
        payload.put("deployment", deployment.name());
        payload.put("version", (long) deployment.version());
        deployment.plan().project().ifPresent(project -> payload.put("project", project));
        deployment.branch().ifPresent(branch -> payload.put("branch", branch));
        payload.put("tags", deployment.tags());
        String id = deployment.flow() + "/" + run;
        new EventRecords(store).publish(new TriggerEvent(TriggerEvent.RUN_FINISHED, id, Instant.now(), payload));
    }
}
