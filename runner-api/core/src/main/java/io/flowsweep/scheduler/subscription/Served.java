package io.flowsweep.scheduler.subscription;

import io.flowsweep.deployer.Deployment;
import io.flowsweep.deployer.DeploymentChange;
import io.flowsweep.deployer.DeploymentChange.Kind;
import io.flowsweep.plan.AutomationPlan;
import io.flowsweep.plan.AutomationPlan.Overlap;
import io.flowsweep.plan.AutomationPlan.SchedulePlan;
import io.flowsweep.schedule.Cron;
import io.flowsweep.schedule.TimeZones;
import io.flowsweep.schedule.Timetable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A deployment as the scheduler needs it.
 *
 * @param version that counts
 * @param deployedSince when it came to be; events of before are not for it
 * @param activeSince when the version that counts came to count, or was unpaused; what was due before is not made up for
 * @param timetable of its schedule
 */
public record Served(
        Deployment version,
        Instant deployedSince,
        Instant activeSince,
        AutomationPlan automation,
        Optional<Timetable> timetable) {

    public String name() {
        return version.name();
    }

    /** What its schedule does about earlier runs. */
    public Overlap overlap() {
        return automation.schedule().map(SchedulePlan::overlap).orElse(Overlap.ALLOW);
    }

    /**
     * @param history all that was done to it, the oldest first
     * @param now what is said to be later than this was when the clock was wrong
     */
    public static Served of(Deployment deployment, List<DeploymentChange> history, Instant now) {
        Instant deployed = deployment.deployedAt();
        Instant active = deployment.deployedAt();
        boolean gone = true;
        for (DeploymentChange change : history) {
            if (gone) {
                deployed = change.at();
            }
            gone = change.kind() == Kind.DELETED;
            if (!gone && change.kind() != Kind.PAUSED) {
                active = change.at();
            }
        }
        AutomationPlan automation = deployment.plan().automation().orElse(AutomationPlan.NONE);
        return new Served(
                deployment,
                deployed.isAfter(now) ? now : deployed,
                active,
                automation,
                automation
                        .schedule()
                        .map(s -> new Timetable(
                                Cron.parse(s.cron(), deployment.name()),
                                TimeZones.of(s.timezone(), deployment.name()))));
    }
}
