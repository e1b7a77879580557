package io.flowsweep.plan;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.flow.Schedule;
import io.flowsweep.plan.AutomationPlan.Missed;
import io.flowsweep.plan.AutomationPlan.Overlap;
import io.flowsweep.plan.AutomationPlan.SchedulePlan;
import io.flowsweep.schedule.Cron;
import io.flowsweep.schedule.TimeZones;
import io.flowsweep.schedule.Timetable;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Evaluates {@code @Schedule} against the configs. */
final class ScheduleAttributes {

    static final List<String> NAMES = List.of("cron", "hourly", "daily", "weekly", "timezone", "missed", "overlap");

    private static final Map<String, String> WORDS =
            Map.of("hourly", "@hourly", "daily", "@daily", "weekly", "@weekly");

    private ScheduleAttributes() {}

    /**
     * @return empty when the configs say that there is none
     * @throws InvalidInputException when it cannot be, or never fires
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
                && words(attributes).isEmpty();
        return none ? Optional.empty() : Optional.of(plan(attributes, where));
    }

    /** The same of what is resolved already. */
    static SchedulePlan of(String what, Map<String, ?> object, String where) {
        return plan(new Attributes(what, object, NAMES, where), where);
    }

    private static String word(boolean given) {
        return given ? "true" : "";
    }

    private static List<String> words(Attributes attributes) {
        return Stream.of("hourly", "daily", "weekly").filter(attributes::flag).toList();
    }

    private static SchedulePlan plan(Attributes attributes, String where) {
        List<String> words = words(attributes);
        Optional<String> cron = attributes.text("cron");
        if (words.size() + (cron.isPresent() ? 1 : 0) > 1) {
            throw new InvalidInputException(
                    "a schedule has one of cron, hourly, daily and weekly, but got "
                            + String.join(
                                    " and ",
                                    Stream.concat(cron.map(c -> "cron").stream(), words.stream())
                                            .toList()),
                    where,
                    "Keep one.");
        }
        String text = cron.orElse(WORDS.get(words.isEmpty() ? "daily" : words.get(0)));
        ZoneId zone = TimeZones.of(attributes.text("timezone").orElse("UTC"), where);
        Timetable.firing(Cron.parse(text, where), zone, where);
        return new SchedulePlan(
                text,
                zone.getId(),
                attributes.constant("missed", Missed.class).orElse(Missed.ONCE),
                attributes.constant("overlap", Overlap.class).orElse(Overlap.ALLOW));
    }
}
