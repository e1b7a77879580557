package io.flowsweep.deployer.spi;

import io.flowsweep.deployer.TriggerCause;
import java.util.Map;
import java.util.Optional;

/**
 * What to start a run with.
 *
 * @param id which leads to one run only; empty for a trigger like no other
 * @param parameters plain values by name, checked; of a file see {@link io.flowsweep.plan.FileParameters}
 */
public record TriggerRequest(Optional<String> id, Map<String, Object> parameters, TriggerCause cause) {}
