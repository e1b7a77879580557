package io.flowsweep.runtime.place;

import io.flowsweep.events.RunSettings;
import io.flowsweep.executor.admission.Need;
import io.flowsweep.plan.FlowPlan;
import io.flowsweep.plan.ResourcePlan;
import java.util.Map;
import java.util.TreeMap;

/** What each task at a time takes of the machine. */
public final class TaskNeed {

    private TaskNeed() {}

    /** @param memoryBytes as the run's owner has computed it */
    public static Need of(FlowPlan plan, RunSettings settings, long memoryBytes, boolean exclusive) {
        ResourcePlan resources = plan.resources();
        Map<String, Need.Share> shares = new TreeMap<>();
        for (Map.Entry<String, Integer> pool : resources.pools().entrySet()) {
            int size = settings.pools().getOrDefault(pool.getKey(), 0);
            shares.put(pool.getKey(), new Need.Share(pool.getValue(), size));
        }
        return new Need(resources.cpu(), memoryBytes, exclusive, resources.gpu(), shares);
    }
}
