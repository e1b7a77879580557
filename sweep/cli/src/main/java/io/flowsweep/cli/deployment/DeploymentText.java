package io.flowsweep.cli.deployment;

import io.flowsweep.deployer.Deployment;
import io.flowsweep.deployer.TriggeredRun;
import io.flowsweep.deployer.spi.RunStanding;
import io.flowsweep.plan.AutomationPlan;
import io.flowsweep.plan.AutomationPlan.EventPlan;
import io.flowsweep.plan.AutomationPlan.Join;
import io.flowsweep.plan.FlowPlan;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What people read of deployments and of triggered runs. */
public final class DeploymentText {

    private DeploymentText() {}

    /** What starts it by itself. */
    static String starts(Deployment deployment) {
        String text = String.join(", ", starts(deployment.plan()));
        return deployment.paused() ? (text + " (paused)").strip() : text;
    }

    /** {@code 30 6 * * MON-FRI Europe/Berlin}, {@code data.ready}, {@code run.finished of Load}. */
    public static List<String> starts(FlowPlan plan) {
        AutomationPlan automation = plan.automation().orElse(AutomationPlan.NONE);
        return Stream.concat(
                        automation.schedule().map(s -> s.cron() + " " + s.timezone()).stream(),
                        automation.triggers().stream()
                                .map(t -> t.events().stream()
                                        .map(DeploymentText::event)
                                        .collect(Collectors.joining(t.join() == Join.ALL ? " and " : ", "))))
                .toList();
    }

    private static String event(EventPlan event) {
        String of = event.where().getOrDefault("flow", event.where().getOrDefault("deployment", ""));
        return event.event() + (of.isEmpty() ? "" : " of " + of);
    }

    static String status(TriggeredRun run) {
        RunStanding standing = run.standing();
        return standing.status().name().toLowerCase(Locale.ROOT) + (standing.suspended() ? ", suspended" : "");
    }
}
