package io.flowsweep.runtime;

import io.flowsweep.events.RunSettings;
import io.flowsweep.executor.admission.Need;
import io.flowsweep.plan.FlowPlan;
import io.flowsweep.plan.FlowPlan.ResourcePlan;
import java.util.Map;
import java.util.TreeMap;

/** What each task at a time takes of the machine. */
public final class TaskNeed {

    private TaskNeed() {}

    /** @param memoryBytes as the run's owner has computed it */
    public static Need of(FlowPlan plan, RunSettings settings, long memoryBytes, boolean exclusive) {
        ResourcePlan resources = plan.resources();
        Map<String, Need.Share> shares = new TreeMap<>();
        resources
                .pools()
                .forEach((pool, units) ->
                        shares.put(pool, new Need.Share(units, settings.pools().getOrDefault(pool, 0))));
        return new Need(resources.cpu(), memoryBytes, exclusive, resources.gpu(), shares);
    }
}
