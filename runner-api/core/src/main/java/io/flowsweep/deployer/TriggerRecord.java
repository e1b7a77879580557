package io.flowsweep.deployer;

import java.time.Instant;
import java.util.Map;

/**
 * What has led to a run of a deployment.
 *
 * @param id of the trigger: the same id leads to the same run
 * @param run the run's id
 * @param deployment its name
 * @param version of the deployment
 * @param flow the flow's name
 * @param parameters given to this run, plain values by name
 * @param at when it was triggered
 */
public record TriggerRecord(
        String id,
        String run,
        String deployment,
        int version,
        String flow,
        Map<String, Object> parameters,
        TriggerCause cause,
        Instant at) {}
