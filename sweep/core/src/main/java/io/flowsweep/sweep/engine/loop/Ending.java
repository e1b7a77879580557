package io.flowsweep.sweep.engine.loop;

import io.flowsweep.sweep.events.SweepEvent.Outcome;
import java.util.Optional;

/** Why an engine starts no more runs, once there is a reason. Confined to one thread. */
final class Ending {

    private Optional<Outcome> outcome = Optional.empty();
    private Optional<String> reason = Optional.empty();
    private Optional<RuntimeException> fault = Optional.empty();

    /** The first reason counts. */
    void because(Outcome how, Optional<String> why) {
        if (outcome.isEmpty()) {
            outcome = Optional.of(how);
            reason = why;
        }
    }

    /** Of something that could not be done; the first fault counts. */
    void because(RuntimeException error) {
        because(Outcome.BROKEN_OFF, Optional.empty());
        fault = fault.or(() -> Optional.of(error));
    }

    boolean hasCome() {
        return outcome.isPresent();
    }

    /** COMPLETED without any reason. */
    Outcome outcome() {
        return outcome.orElse(Outcome.COMPLETED);
    }

    /** What the outcome does not tell, for people. */
    Optional<String> reason() {
        return reason;
    }

    Optional<RuntimeException> fault() {
        return fault;
    }
}
