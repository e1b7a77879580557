package io.flowsweep.plan.json;

import io.flowsweep.codec.JsonObject;
import io.flowsweep.plan.AutomationPlan;
import io.flowsweep.plan.AutomationPlan.EventPlan;
import io.flowsweep.plan.AutomationPlan.Join;
import io.flowsweep.plan.AutomationPlan.Missed;
import io.flowsweep.plan.AutomationPlan.Overlap;
import io.flowsweep.plan.AutomationPlan.SchedulePlan;
import io.flowsweep.plan.AutomationPlan.TriggerPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The part of {@link PlanReader} that few plans have. */
final class AutomationReader {

    private AutomationReader() {}

    static AutomationPlan automation(JsonObject json) {
        List<TriggerPlan> triggers = new ArrayList<>();
        for (JsonObject trigger : json.objects("triggers")) {
            triggers.add(new TriggerPlan(
                    events(trigger.objects("events")),
                    Join.valueOf(trigger.text("join")),
                    trigger.optionalDuration("reset")));
        }
        return new AutomationPlan(schedule(json.optionalObject("schedule")), List.copyOf(triggers));
    }

    private static Optional<SchedulePlan> schedule(Optional<JsonObject> asked) {
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        JsonObject json = asked.get();
        return Optional.of(new SchedulePlan(
                json.text("cron"),
                json.text("timezone"),
                Missed.valueOf(json.text("missed")),
                Overlap.valueOf(json.text("overlap"))));
    }

    private static List<EventPlan> events(List<JsonObject> all) {
        List<EventPlan> events = new ArrayList<>();
        for (JsonObject json : all) {
            events.add(new EventPlan(json.text("event"), json.textsByName("where"), json.textsByName("parameters")));
        }
        return List.copyOf(events);
    }
}
