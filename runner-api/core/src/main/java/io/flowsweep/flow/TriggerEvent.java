package io.flowsweep.flow;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An event that was published.
 *
 * @param name what happened
 * @param id by which it is told from others of its name; of several with one id only the first counts
 * @param at when it was published, by the clock of its publisher
 * @param payload plain values
 * @param chain the deployments whose runs have led to it, each by events of the one before; empty of one from outside
 */
public record TriggerEvent(
        String name, String id, Instant at, Map<String, Object> payload, Optional<List<String>> chain) {

    /** The name of the event that the end of a deployed run is. */
    public static final String RUN_FINISHED = "run.finished";

    /** One from outside. */
    public TriggerEvent(String name, String id, Instant at, Map<String, Object> payload) {
        this(name, id, at, payload, Optional.empty());
    }

    /** The run that has ended, {@code FLOW/ID}; empty for any other event. */
    public Optional<String> run() {
        return name.equals(RUN_FINISHED)
                ? Optional.of(payload.get("flow") + "/" + payload.get("run"))
                : Optional.empty();
    }
}
