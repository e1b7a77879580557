package io.flowsweep.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Why a run of a deployment was started.
 *
 * @param deployment the deployment's name
 * @param version of the deployment, from 1
 * @param planned by its schedule: when the run was due, which is before its start when it was made up for; empty otherwise
 * @param events by its triggers: the events, in the order in which the flow names them; empty otherwise
 */
public record TriggeredBy(String deployment, int version, Optional<Instant> planned, List<TriggerEvent> events) {

    /**
     * The deployments whose runs have led to this one, each by events of the one before; its own is the last. Where
     * several events have come together it is the longest way.
     */
    public List<String> chain() {
        List<String> longest = List.of();
        for (TriggerEvent event : events) {
            List<String> chain = event.chain().orElse(List.of());
            longest = chain.size() > longest.size() ? chain : longest;
        }
        List<String> chain = new ArrayList<>(longest);
        chain.add(deployment);
        return chain;
    }

    /** Whether somebody asked for this run, rather than a schedule or an event. */
    public boolean byHand() {
        return planned.isEmpty() && events.isEmpty();
    }
}
