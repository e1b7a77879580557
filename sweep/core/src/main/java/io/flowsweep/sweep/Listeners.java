package io.flowsweep.sweep;

import io.flowsweep.sweep.events.SweepEvent;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.function.Consumer;

/** Keeps what a listener throws away from the sweep and from the other listeners. */
final class Listeners {

    private static final Logger LOG = System.getLogger(Listeners.class.getName());

    private Listeners() {}

    static Consumer<SweepEvent> all(List<Consumer<SweepEvent>> listeners) {
        return event -> listeners.forEach(listener -> guarded(listener).accept(event));
    }

    static Consumer<SweepEvent> guarded(Consumer<SweepEvent> listener) {
        return event -> {
            try {
                listener.accept(event);
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "a listener of the sweep failed", e);
            }
        };
    }
}
