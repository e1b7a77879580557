package io.flowsweep.cli.deployment;

import io.flowsweep.plan.AutomationPlan.SchedulePlan;
import io.flowsweep.schedule.Cron;
import io.flowsweep.schedule.TimeZones;
import io.flowsweep.schedule.Timetable;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The times at which a schedule will start runs, as people in its time zone read them. */
public final class NextTimes {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm:ss xxx", Locale.ROOT);

    private final Timetable timetable;
    private final ZoneId zone;

    public NextTimes(SchedulePlan schedule) {
        this.zone = TimeZones.of(schedule.timezone(), "");
        this.timetable = new Timetable(Cron.parse(schedule.cron(), ""), zone);
    }

    public List<Instant> after(Instant start, int most) {
        return Stream.iterate(timetable.next(start), Optional::isPresent, time -> timetable.next(time.get()))
                .limit(most)
                .map(Optional::get)
                .toList();
    }

    public String text(Instant time) {
        return TIME.format(time.atZone(zone));
    }
}
