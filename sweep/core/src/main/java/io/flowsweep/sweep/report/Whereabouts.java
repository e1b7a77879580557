package io.flowsweep.sweep.report;

import io.flowsweep.sweep.events.SweepEvent;
import io.flowsweep.sweep.events.SweepEvent.EnvironmentFound;
import io.flowsweep.sweep.events.SweepEvent.MachineFound;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a sweep is driven from, by its newest driver.
 *
 * @param last when something happened last
 */
public record Whereabouts(Optional<MachineFound> machine, Optional<EnvironmentFound> environment, Instant last) {

    /** Before any event. */
    public static final Whereabouts UNKNOWN = new Whereabouts(Optional.empty(), Optional.empty(), Instant.EPOCH);

    /** With an event taken into account. */
    public Whereabouts with(SweepEvent event) {
        return new Whereabouts(
                event instanceof MachineFound found ? Optional.of(found) : machine,
                event instanceof EnvironmentFound found ? Optional.of(found) : environment,
                event.at());
    }
}
