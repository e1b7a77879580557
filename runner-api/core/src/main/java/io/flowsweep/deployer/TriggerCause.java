package io.flowsweep.deployer;

import io.flowsweep.flow.TriggerEvent;
import io.flowsweep.flow.TriggeredBy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Why a run was triggered.
 *
 * @param kind {@code manual}, or what else a target triggers by: {@code schedule}, {@code event}
 * @param detail who or what it was: a user's name, the time that was due, names and ids of events
 * @param planned by a schedule: the time that was due
 * @param events by triggers: the events, in the order in which the flow names them
 */
public record TriggerCause(String kind, String detail, Optional<Instant> planned, List<TriggerEvent> events) {

    /** Somebody has asked for it. */
    public static TriggerCause manual(String user) {
        return new TriggerCause("manual", user, Optional.empty(), List.of());
    }

    /** It was due. */
    public static TriggerCause schedule(Instant planned) {
        return new TriggerCause("schedule", planned.toString(), Optional.of(planned), List.of());
    }

    /** Something has happened. */
    public static TriggerCause event(List<TriggerEvent> events) {
        String detail = events.stream().map(e -> e.name() + " " + e.id()).collect(Collectors.joining(", "));
        return new TriggerCause("event", detail, Optional.empty(), List.copyOf(events));
    }

    /** What the run is told. */
    public TriggeredBy told(String deployment, int version) {
        return new TriggeredBy(deployment, version, planned, events);
    }

    /** {@code schedule 2026-03-01T06:00:00Z}. */
    @Override
    public String toString() {
        return detail.isEmpty() ? kind : kind + " " + detail;
    }
}
