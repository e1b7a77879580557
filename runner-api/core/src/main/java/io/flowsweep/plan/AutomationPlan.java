package io.flowsweep.plan;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What starts runs of a flow by itself once it is deployed.
 *
 * @param schedule times
 * @param triggers events; each starts runs for itself
 */
public record AutomationPlan(Optional<SchedulePlan> schedule, List<TriggerPlan> triggers) {

    public static final AutomationPlan NONE = new AutomationPlan(Optional.empty(), List.of());

    /** What is done about firings for which no scheduler was there. */
    public enum Missed {
        SKIP,
        /** The last of them is made up for. */
        ONCE,
        ALL
    }

    /** What is done about a firing while an earlier run is under way. */
    public enum Overlap {
        ALLOW,
        /** The new run is left out. */
        FORBID,
        /** The earlier runs are ended. */
        REPLACE
    }

    /** Which of several events it takes. */
    public enum Join {
        ANY,
        /** All together, each used once, in the order in which they came. */
        ALL
    }

    /**
     * @param cron as {@link io.flowsweep.schedule.Cron} reads it; it is known to fire
     * @param timezone the id of the zone whose local time the cron means
     */
    public record SchedulePlan(String cron, String timezone, Missed missed, Overlap overlap) {}

    /**
     * @param events at least one
     * @param reset of those joined by ALL: after how long an event that waits for others is forgotten
     */
    public record TriggerPlan(List<EventPlan> events, Join join, Optional<Duration> reset) {}

    /**
     * @param event its name
     * @param where values that its payload must have, as text by dotted path; all must hold
     * @param parameters what it gives the run: parameter to dotted path in the payload
     */
    public record EventPlan(String event, Map<String, String> where, Map<String, String> parameters) {}

    /** Whether nothing starts it. */
    public boolean isEmpty() {
        return schedule.isEmpty() && triggers.isEmpty();
    }

    /** The same with this schedule. */
    public AutomationPlan with(SchedulePlan other) {
        return new AutomationPlan(Optional.of(other), triggers);
    }

    /** The same with these triggers. */
    public AutomationPlan with(List<TriggerPlan> others) {
        return new AutomationPlan(schedule, others);
    }
}
