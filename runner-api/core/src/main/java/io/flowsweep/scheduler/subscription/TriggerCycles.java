package io.flowsweep.scheduler.subscription;

import io.flowsweep.deployer.Deployment;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.flow.TriggerEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Finds deployments that would run each other for ever, each upon the end of the one before. */
public final class TriggerCycles {

    private final List<Deployment> all;
    private final Deployment begin;
    private final Set<String> seen = new HashSet<>();

    private TriggerCycles(List<Deployment> all, Deployment begin) {
        this.all = all;
        this.begin = begin;
    }

    /**
     * Checks a deployment that is about to be made.
     *
     * @param others asked for only when it waits for the end of other flows
     * @throws InvalidInputException when its end would lead to a run of its own; it names the deployments on the way
     */
    public static void check(Deployment deployment, Supplier<List<Deployment>> others) {
        boolean waits = subscriptions(deployment).stream()
                .anyMatch(s -> s.event().event().equals(TriggerEvent.RUN_FINISHED));
        if (!waits) {
            return; // nothing leads to it, so no way leads round
        }
        List<Deployment> all = new ArrayList<>(others.get());
        all.removeIf(other -> other.name().equals(deployment.name()));
        all.add(deployment);
        new TriggerCycles(all, deployment).follow(deployment, List.of(deployment.name()));
    }

    private void follow(Deployment ended, List<String> way) {
        for (Deployment next : all) {
            if (subscriptions(next).stream().anyMatch(s -> isStartedBy(s, ended))) {
                List<String> longer = new ArrayList<>(way);
                longer.add(next.name());
                if (next == begin) {
                    throw new InvalidInputException(
                            "the end of each of these would start the next, for ever: " + String.join(" -> ", longer),
                            begin.flow() + " @TriggerOnFinish",
                            "Remove one of their triggers.");
                }
                if (seen.add(next.name())) {
                    follow(next, longer);
                }
            }
        }
    }

    /** Whatever way it ends. */
    private static boolean isStartedBy(Subscription subscription, Deployment ended) {
        if (!subscription.event().event().equals(TriggerEvent.RUN_FINISHED)) {
            return false;
        }
        Map<String, Object> payload = new LinkedHashMap<>(subscription.event().where());
        payload.put("flow", ended.flow());
        payload.put("deployment", ended.name());
        payload.put("project", ended.plan().project().orElse(null));
        payload.put("branch", ended.branch().orElse(null));
        return subscription.matches(payload);
    }

    private static List<Subscription> subscriptions(Deployment deployment) {
        return Subscription.of(Served.of(deployment, List.of(), Instant.now()));
    }
}
