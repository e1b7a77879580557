package io.flowsweep.plan;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.plan.AutomationPlan.Missed;
import io.flowsweep.plan.AutomationPlan.Overlap;
import io.flowsweep.plan.AutomationPlan.SchedulePlan;
import io.flowsweep.plan.attributes.Attributes;
import io.flowsweep.schedule.Cron;
import io.flowsweep.schedule.TimeZones;
import io.flowsweep.schedule.Timetable;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Schedules from the attributes that decorators give them. */
public final class SchedulePlans {

    /** The attributes of a schedule. */
    static final List<String> NAMES = List.of("cron", "hourly", "daily", "weekly", "timezone", "missed", "overlap");

    private static final Map<String, String> WORDS =
            Map.of("hourly", "@hourly", "daily", "@daily", "weekly", "@weekly");

    private SchedulePlans() {}

    /** @throws InvalidInputException when it cannot be, or never fires */
    public static SchedulePlan of(Attributes attributes, String where) {
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

    /** Which of hourly, daily and weekly they say. */
    public static List<String> words(Attributes attributes) {
        return Stream.of("hourly", "daily", "weekly").filter(attributes::flag).toList();
    }
}
