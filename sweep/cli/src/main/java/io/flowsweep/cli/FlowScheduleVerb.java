package io.flowsweep.cli;

import io.flowsweep.codec.Json;
import io.flowsweep.deployer.DeployedFlow;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.plan.AutomationPlan;
import io.flowsweep.plan.AutomationPlan.SchedulePlan;
import io.flowsweep.runner.Runner;
import io.flowsweep.schedule.Cron;
import io.flowsweep.schedule.Timetable;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code flowsweep flow schedule}. */
final class FlowScheduleVerb {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm:ss xxx", Locale.ROOT);

    private final FlowScheduleCommand command;

    FlowScheduleVerb(FlowScheduleCommand command) {
        this.command = command;
    }

    int call() {
        FlowDeployVerb verb = new FlowDeployVerb(command);
        Runner runner = verb.runner();
        Runner scheduled = command.cron == null ? checked(runner) : runner.with(decorator());
        DeployedFlow flow = verb.create(scheduled);
        SchedulePlan schedule = schedule(flow.plan().automation()).orElseThrow();
        ZoneId zone = ZoneId.of(schedule.timezone());
        List<Instant> times = next(schedule, zone);
        if (command.json) {
            Map<String, Object> json = DeploymentJson.of(flow.deployment());
            json.put("next", times.stream().map(Instant::toString).toList());
            verb.print(Json.write(json));
        } else {
            verb.warn(flow);
            verb.print(FlowDeployVerb.sentence(flow) + ", to run at \"" + schedule.cron() + "\" in " + zone + ":");
            times.forEach(time -> verb.print("  " + TIME.format(time.atZone(zone))));
            verb.print("runs are started by `flowsweep scheduler`");
        }
        return ExitCodes.SUCCESS;
    }

    /** Before anything is deployed. */
    private Runner checked(Runner runner) {
        if (command.timezone != null || command.missed != null || command.overlap != null) {
            throw new InvalidInputException(
                    "--timezone, --missed and --overlap go with --cron", "", "Say them in @Schedule, or give --cron.");
        }
        return runner.with(plan -> {
            if (schedule(plan.automation()).isEmpty()) {
                throw new InvalidInputException(
                        "the flow " + plan.flow() + " has no schedule",
                        Texts.path(command.file.toAbsolutePath()),
                        "Give it one with --cron, or write @Schedule on its class.");
            }
            return plan;
        });
    }

    private String decorator() {
        StringBuilder text = new StringBuilder("schedule:cron=").append(command.cron);
        add(text, "timezone", command.timezone);
        add(text, "missed", command.missed);
        add(text, "overlap", command.overlap);
        return text.toString();
    }

    private static void add(StringBuilder text, String name, String value) {
        if (value != null) {
            text.append(',').append(name).append('=').append(value);
        }
    }

    private static Optional<SchedulePlan> schedule(Optional<AutomationPlan> automation) {
        return automation.flatMap(AutomationPlan::schedule);
    }

    private List<Instant> next(SchedulePlan schedule, ZoneId zone) {
        Timetable timetable = new Timetable(Cron.parse(schedule.cron(), ""), zone);
        List<Instant> times = new ArrayList<>();
        Optional<Instant> next = timetable.next(Instant.now());
        while (next.isPresent() && times.size() < command.next) {
            times.add(next.get());
            next = timetable.next(next.get());
        }
        return times;
    }
}
