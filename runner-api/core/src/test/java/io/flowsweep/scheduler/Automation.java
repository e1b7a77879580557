package io.flowsweep.scheduler;

import io.flowsweep.plan.AutomationPlan;
import io.flowsweep.plan.AutomationPlan.EventPlan;
import io.flowsweep.plan.AutomationPlan.Join;
import io.flowsweep.plan.AutomationPlan.Missed;
import io.flowsweep.plan.AutomationPlan.Overlap;
import io.flowsweep.plan.AutomationPlan.SchedulePlan;
import io.flowsweep.plan.AutomationPlan.TriggerPlan;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Plans of what starts a flow, as tests need them. */
final class Automation {

    private Automation() {}

    static AutomationPlan schedule(String cron, String zone, Missed missed, Overlap overlap) {
        return AutomationPlan.NONE.with(new SchedulePlan(cron, zone, missed, overlap));
    }

    static AutomationPlan schedule(String cron, Missed missed) {
        return schedule(cron, "UTC", missed, Overlap.ALLOW);
    }

    static AutomationPlan upon(String event) {
        return joined(Join.ANY, Optional.empty(), event);
    }

    static AutomationPlan joined(Join join, Optional<Duration> reset, String... events) {
        List<EventPlan> plans =
                Stream.of(events).map(e -> new EventPlan(e, Map.of(), Map.of())).toList();
        return AutomationPlan.NONE.with(List.of(new TriggerPlan(plans, join, reset)));
    }

    /** @param flow or the full name of a deployment */
    static AutomationPlan after(String flow) {
        String key = flow.contains(".") ? "deployment" : "flow";
        EventPlan event = new EventPlan("run.finished", Map.of("succeeded", "true", key, flow), Map.of());
        return AutomationPlan.NONE.with(List.of(new TriggerPlan(List.of(event), Join.ANY, Optional.empty())));
    }
}
