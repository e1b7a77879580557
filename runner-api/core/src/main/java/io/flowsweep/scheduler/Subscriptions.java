package io.flowsweep.scheduler;

import io.flowsweep.plan.AutomationPlan.TriggerPlan;
import io.flowsweep.scheduler.SchedulerEvent.Waiting;
import io.flowsweep.scheduler.subscription.Served;
import io.flowsweep.scheduler.subscription.Subscription;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which deployments wait for which events. Used by one thread. */
final class Subscriptions {

    private final Map<String, Served> deployments = new HashMap<>();
    private final Map<String, List<Subscription>> byEvent = new HashMap<>();

    /**
     * Takes a deployment as it is now.
     *
     * @return whether it has other triggers than before
     */
    boolean put(Served deployment) {
        Served before = remove(deployment.name());
        deployments.put(deployment.name(), deployment);
        for (Subscription subscription : Subscription.of(deployment)) {
            byEvent.computeIfAbsent(subscription.event().event(), name -> new ArrayList<>())
                    .add(subscription);
        }
        return before != null
                && !before.automation()
                        .triggers()
                        .equals(deployment.automation().triggers());
    }

    /** Returns it as it was; null when there is none of this name. */
    Served remove(String deployment) {
        Served before = deployments.remove(deployment);
        if (before != null) {
            Subscription.of(before)
                    .forEach(s -> byEvent.get(s.event().event())
                            .removeIf(other -> other.deployment().name().equals(deployment)));
        }
        return before;
    }

    /** Who waits for events of this name. */
    List<Subscription> to(String event) {
        return byEvent.getOrDefault(event, List.of());
    }

    /** The trigger that an event waits for; empty when its deployment has it no more. */
    Optional<TriggerPlan> plan(Waiting waiting) {
        return Optional.ofNullable(deployments.get(waiting.deployment()))
                .filter(deployment -> !waiting.event().at().isBefore(deployment.deployedSince()))
                .map(deployment -> deployment.automation().triggers())
                .filter(triggers -> waiting.trigger() < triggers.size())
                .map(triggers -> triggers.get(waiting.trigger()))
                .filter(plan -> waiting.part() < plan.events().size()
                        && plan.events()
                                .get(waiting.part())
                                .event()
                                .equals(waiting.event().name()));
    }
}
