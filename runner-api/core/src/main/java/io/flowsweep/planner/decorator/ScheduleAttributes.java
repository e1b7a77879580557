package io.flowsweep.planner.decorator;

import io.flowsweep.flow.Schedule;
import io.flowsweep.plan.AutomationPlan.SchedulePlan;
import io.flowsweep.plan.SchedulePlans;
import io.flowsweep.plan.attributes.Attributes;
import io.flowsweep.plan.attributes.DeployScope;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Evaluates {@code @Schedule} against the configs. */
final class ScheduleAttributes {

    private ScheduleAttributes() {}

    /**
     * @return empty when the configs say that there is none
     * @throws io.flowsweep.errors.InvalidInputException when it cannot be, or never fires
     */
    static Optional<SchedulePlan> of(Schedule schedule, DeployScope scope, String where) {
        Object whole = scope.expand(schedule.value(), where);
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("cron", whole instanceof Map || schedule.value().isEmpty() ? schedule.cron() : schedule.value());
        texts.put("hourly", word(schedule.hourly()));
        texts.put("daily", word(schedule.daily()));
        texts.put("weekly", word(schedule.weekly()));
        texts.put("timezone", schedule.timezone());
        texts.put("missed", schedule.missed());
        texts.put("overlap", schedule.overlap());
        Attributes attributes = new Attributes(scope, whole instanceof Map ? schedule.value() : "", texts, where);
        boolean none = !texts.get("cron").isEmpty()
                && attributes.text("cron").isEmpty()
                && SchedulePlans.words(attributes).isEmpty();
        return none ? Optional.empty() : Optional.of(SchedulePlans.of(attributes, where));
    }

    private static String word(boolean given) {
        return given ? "true" : "";
    }
}
