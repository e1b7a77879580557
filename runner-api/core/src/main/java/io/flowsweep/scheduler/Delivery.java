package io.flowsweep.scheduler;

import io.flowsweep.events.EventRecords;
import io.flowsweep.events.EventRecords.Accepted;
import io.flowsweep.flow.TriggerEvent;
import io.flowsweep.plan.AutomationPlan.Join;
import io.flowsweep.plan.AutomationPlan.TriggerPlan;
import io.flowsweep.scheduler.SchedulerEvent.Delivered;
import io.flowsweep.scheduler.SchedulerEvent.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes what was published and hands it to the deployments that wait for it, in one order. An event that is in the log and not yet
 * in the journal as delivered is delivered again after a restart, to the same effect. Used by one thread.
 */
final class Delivery {

    private final EventRecords records;
    private final SchedulerState state;
    private final Starter starter;
    private final Starter.Record record;
    private final Set<String> known = new HashSet<>();
    private final Map<String, Served> deployments = new HashMap<>();
    private final Map<String, List<Subscription>> byEvent = new HashMap<>();

    Delivery(EventRecords records, SchedulerState state, Starter starter, Starter.Record record) {
        this.records = records;
        this.state = state;
        this.starter = starter;
        this.record = record;
    }

    /** Delivers from here on to a deployment as it is now. */
    void subscribe(Served deployment) {
        Served before = deployments.get(deployment.name());
        unsubscribe(deployment.name());
        deployments.put(deployment.name(), deployment);
        for (Subscription subscription : Subscription.of(deployment)) {
            byEvent.computeIfAbsent(subscription.event().event(), name -> new ArrayList<>())
                    .add(subscription);
        }
        boolean changed = before != null
                && !before.automation()
                        .triggers()
                        .equals(deployment.automation().triggers());
        state.waiting().removeIf(w -> w.deployment().equals(deployment.name()) && (changed || plan(w).isEmpty()));
    }

    void unsubscribe(String deployment) {
        Served before = deployments.remove(deployment);
        if (before != null) {
            Subscription.of(before)
                    .forEach(s -> byEvent.get(s.event().event())
                            .removeIf(other -> other.deployment().name().equals(deployment)));
        }
    }

    /** Delivers what another scheduler has taken and not delivered. */
    void resume(Instant now) {
        for (Accepted part = records.accepted(0); !part.events().isEmpty(); part = records.accepted(part.next())) {
            part.events().forEach(event -> known.add(key(event)));
        }
        hand(now);
    }

    /** Takes and delivers what has been published. */
    void deliver(Instant now) {
        List<TriggerEvent> published = records.waiting();
        if (published.isEmpty()) {
            return;
        }
        records.accept(published.stream().filter(e -> known.add(key(e))).toList());
        hand(now);
        published.forEach(records::taken);
    }

    /** Whether the event of this name and id was taken. */
    boolean knows(String name, String id) {
        return known.contains(name + ":" + id);
    }

    private static String key(TriggerEvent event) {
        return event.name() + ":" + event.id();
    }

    private void hand(Instant now) {
        for (Accepted part = records.accepted(state.position());
                !part.events().isEmpty();
                part = records.accepted(state.position())) {
            part.events().forEach(this::hand);
            record.append(new Delivered(now, part.next(), List.copyOf(state.waiting())));
        }
    }

    private void hand(TriggerEvent event) {
        for (Subscription subscription : byEvent.getOrDefault(event.name(), List.of())) {
            if (subscription.takes(event)) {
                hand(subscription, event);
            }
        }
    }

    private void hand(Subscription subscription, TriggerEvent event) {
        Served deployment = subscription.deployment();
        TriggerPlan plan = subscription.plan();
        if (plan.join() == Join.ANY) {
            starter.happened(deployment, subscription.trigger(), List.of(event), subscription.parameters(event));
            return;
        }
        plan.reset().ifPresent(reset -> removeOlder(event.at(), deployment.name(), subscription.trigger(), reset));
        state.waiting().add(new Waiting(deployment.name(), subscription.trigger(), subscription.part(), event));
        complete(subscription);
    }

    private void removeOlder(Instant now, String deployment, int trigger, Duration reset) {
        state.waiting()
                .removeIf(w -> w.deployment().equals(deployment) && w.trigger() == trigger && isOver(w, reset, now));
    }

    private static boolean isOver(Waiting waiting, Duration reset, Instant now) {
        return !waiting.event().at().plus(reset).isAfter(now);
    }

    /** Starts a run when each of the trigger's events waits; the first of each is used. */
    private void complete(Subscription last) {
        List<Waiting> together = new ArrayList<>();
        Map<String, Object> parameters = new LinkedHashMap<>();
        for (int part = 0; part < last.plan().events().size(); part++) {
            Subscription subscription = new Subscription(last.deployment(), last.trigger(), part);
            Optional<Waiting> first = first(subscription);
            if (first.isEmpty()) {
                return;
            }
            together.add(first.get());
            parameters.putAll(subscription.parameters(first.get().event()));
        }
        List<TriggerEvent> events = together.stream().map(Waiting::event).toList();
        starter.happened(last.deployment(), last.trigger(), events, parameters);
        state.waiting().removeAll(together);
    }

    private Optional<Waiting> first(Subscription subscription) {
        return state.waiting().stream()
                .filter(w -> w.deployment().equals(subscription.deployment().name())
                        && w.trigger() == subscription.trigger()
                        && w.part() == subscription.part())
                .findFirst();
    }

    /** Forgets events that have waited too long. */
    void forget(Instant now) {
        if (state.waiting()
                .removeIf(w -> end(w).filter(end -> !end.isAfter(now)).isPresent())) {
            record.append(new Delivered(now, state.position(), List.copyOf(state.waiting())));
        }
    }

    /** When the next event will be forgotten. */
    Optional<Instant> nextEnd() {
        return state.waiting().stream().flatMap(w -> end(w).stream()).min(Instant::compareTo);
    }

    private Optional<Instant> end(Waiting waiting) {
        return plan(waiting)
                .flatMap(TriggerPlan::reset)
                .map(reset -> waiting.event().at().plus(reset));
    }

    /** The trigger that an event waits for; empty when the deployment has it no more. */
    private Optional<TriggerPlan> plan(Waiting waiting) {
        return Optional.ofNullable(deployments.get(waiting.deployment()))
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
