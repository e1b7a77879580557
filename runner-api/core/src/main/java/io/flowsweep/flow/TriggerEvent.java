package io.flowsweep.flow;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * An event that was published.
 *
 * @param name what happened
 * @param id by which it is told from others of its name; of several with one id only the first counts
 * @param at when it was published, by the clock of its publisher
 * @param payload plain values
 */
public record TriggerEvent(String name, String id, Instant at, Map<String, Object> payload) {

    /** The name of the event that the end of a deployed run is. */
    public static final String RUN_FINISHED = "run.finished";

    /** The run that has ended, {@code FLOW/ID}; empty for any other event. */
    public Optional<String> run() {
        return name.equals(RUN_FINISHED)
                ? Optional.of(payload.get("flow") + "/" + payload.get("run"))
                : Optional.empty();
    }
}
