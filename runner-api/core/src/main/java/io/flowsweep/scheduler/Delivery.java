package io.flowsweep.scheduler;

import io.flowsweep.events.EventRecords;
import io.flowsweep.events.EventRecords.Accepted;
import io.flowsweep.flow.TriggerEvent;
import io.flowsweep.plan.AutomationPlan.Join;
import io.flowsweep.plan.AutomationPlan.TriggerPlan;
import io.flowsweep.scheduler.SchedulerEvent.Waiting;
import io.flowsweep.scheduler.subscription.Served;
import io.flowsweep.scheduler.subscription.Subscription;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Hands what was published to the deployments that wait for it, in one order. An event that is in the log and not yet
 * in the journal as delivered is delivered again after a restart, to the same effect. Used by one thread.
 */
final class Delivery {

    /** So many events wait for others at one place at most. */
    static final int MOST_WAITING = 1000;

    private final EventRecords records;
    private final Intake intake;
    private final SchedulerState state;
    private final Starter starter;
    private final Starter.Record record;
    private final Subscriptions subscriptions = new Subscriptions();
    private Optional<Instant> nextEnd = Optional.empty();

    Delivery(EventRecords records, SchedulerState state, Starter starter, Starter.Record record) {
        this.records = records;
        this.intake = new Intake(records);
        this.state = state;
        this.starter = starter;
        this.record = record;
    }

    /** Delivers from here on to a deployment as it is now. */
    void subscribe(Served deployment, Instant now) {
        boolean changed = subscriptions.put(deployment);
        endWaits(
                now,
                w -> w.deployment().equals(deployment.name())
                        && (changed || subscriptions.plan(w).isEmpty()));
    }

    /** Delivers nothing more to a deployment. */
    void drop(String deployment, Instant now) {
        subscriptions.remove(deployment);
        endWaits(now, w -> w.deployment().equals(deployment));
    }

    /** Delivers what another scheduler has taken and not delivered. */
    void resume(Instant now) {
        endWaits(now, waiting -> subscriptions.plan(waiting).isEmpty()); // deployments that are gone
        long end = intake.read();
        if (end < state.position()) { // the end of the log was lost when the machine crashed
            record.append(new Waits(state.waiting()).delivered(now, end));
        }
        hand(now);
    }

    /** Takes and delivers what has been published. */
    void deliver(Instant now) {
        List<TriggerEvent> taken = intake.take(state.position());
        if (!taken.isEmpty()) {
            hand(now);
            intake.delivered(taken);
        }
    }

    /** Forgets events that were published before a time; those that wait for others stay. */
    void prune(Instant before) {
        intake.prune(before, state.position());
    }

    private void hand(Instant now) {
        for (Accepted part = records.accepted(state.position());
                !part.events().isEmpty();
                part = records.accepted(state.position())) {
            Waits waits = new Waits(state.waiting());
            part.events().forEach(event -> hand(event, waits));
            record.append(waits.delivered(now, part.next()));
            lookForEnds();
        }
    }

    private void hand(TriggerEvent event, Waits waits) {
        for (Subscription subscription : subscriptions.to(event.name())) {
            if (subscription.takes(event)) {
                hand(subscription, event, waits);
            }
        }
    }

    private void hand(Subscription subscription, TriggerEvent event, Waits waits) {
        String deployment = subscription.deployment().name();
        int trigger = subscription.trigger();
        TriggerPlan plan = subscription.plan();
        if (plan.join() == Join.ANY) {
            starter.happened(subscription.deployment(), trigger, List.of(event), subscription.parameters(event));
            return;
        }
        waits.removeIf(w -> w.isFor(deployment, trigger) && isOver(w, event.at()));
        waits.add(new Waiting(deployment, trigger, subscription.part(), event));
        complete(subscription, waits);
        if (waits.count(subscription) > MOST_WAITING) {
            Waiting first = waits.first(subscription).orElseThrow();
            waits.removeIf(first::equals);
            starter.tooMany(first);
        }
    }

    /** Starts a run when each of the trigger's events waits; the first of each is used. */
    private void complete(Subscription last, Waits waits) {
        List<Waiting> together = new ArrayList<>();
        Map<String, Object> parameters = new LinkedHashMap<>();
        for (int part = 0; part < last.plan().events().size(); part++) {
            Subscription subscription = new Subscription(last.deployment(), last.trigger(), part);
            Optional<Waiting> first = waits.first(subscription);
            if (first.isEmpty()) {
                return;
            }
            together.add(first.get());
            parameters.putAll(subscription.parameters(first.get().event()));
        }
        List<TriggerEvent> events = together.stream().map(Waiting::event).toList();
        starter.happened(last.deployment(), last.trigger(), events, parameters);
        waits.removeIf(together::contains);
    }

    /** Forgets events that have waited too long. */
    void forget(Instant now) {
        if (nextEnd.filter(end -> !end.isAfter(now)).isPresent()) {
            endWaits(now, waiting -> isOver(waiting, now));
        }
    }

    private void endWaits(Instant now, Predicate<Waiting> condition) {
        Waits waits = new Waits(state.waiting());
        waits.removeIf(condition);
        if (!waits.isUnchanged()) {
            record.append(waits.delivered(now, state.position()));
        }
        lookForEnds();
    }

    /** When the next event will be forgotten. */
    Optional<Instant> nextEnd() {
        return nextEnd;
    }

    private void lookForEnds() {
        nextEnd = state.waiting().stream().flatMap(w -> end(w).stream()).min(Instant::compareTo);
    }

    private boolean isOver(Waiting waiting, Instant now) {
        return end(waiting).filter(end -> !end.isAfter(now)).isPresent();
    }

    private Optional<Instant> end(Waiting waiting) {
        return subscriptions
                .plan(waiting)
                .flatMap(TriggerPlan::reset)
                .map(reset -> waiting.event().at().plus(reset));
    }
}
