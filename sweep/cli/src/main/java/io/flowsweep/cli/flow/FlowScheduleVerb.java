package io.flowsweep.cli.flow;

import io.flowsweep.cli.deployment.DeploymentJson;
import io.flowsweep.cli.deployment.NextTimes;
import io.flowsweep.cli.output.ExitCodes;
import io.flowsweep.cli.output.Texts;
import io.flowsweep.codec.Json;
import io.flowsweep.deployer.DeployedFlow;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.plan.AutomationPlan;
import io.flowsweep.plan.AutomationPlan.SchedulePlan;
import io.flowsweep.runner.Runner;
import io.flowsweep.schedule.Cron;
import io.flowsweep.schedule.TimeZones;
import io.flowsweep.schedule.Timetable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code flowsweep flow schedule}. */
final class FlowScheduleVerb {

    private final FlowScheduleCommand command;

    FlowScheduleVerb(FlowScheduleCommand command) {
        this.command = command;
    }

    int call() {
        FlowDeployVerb verb = new FlowDeployVerb(command);
        Runner runner = verb.runner();
        Runner scheduled = command.cron == null ? checked(runner) : runner.with(checkedDecorator());
        DeployedFlow flow = verb.create(scheduled);
        SchedulePlan schedule = schedule(flow.plan().automation()).orElseThrow();
        NextTimes next = new NextTimes(schedule);
        List<Instant> times = next.after(Instant.now(), command.next);
        if (command.json) {
            Map<String, Object> json = DeploymentJson.of(flow.deployment());
            json.put("next", times.stream().map(Instant::toString).toList());
            verb.print(Json.write(json));
        } else {
            verb.warn(flow);
            verb.print(FlowDeployVerb.sentence(flow) + ", to run at \"" + schedule.cron() + "\" in "
                    + schedule.timezone() + ":");
            times.forEach(time -> verb.print("  " + next.text(time)));
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

    /** What is wrong is told of the options that were given, not of the decorator that they become. */
    private String checkedDecorator() {
        String zone = command.timezone == null ? "UTC" : command.timezone;
        Timetable.firing(Cron.parse(command.cron, "--cron"), TimeZones.of(zone, "--timezone"), "--cron");
        return decorator();
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
}
