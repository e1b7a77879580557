package io.flowsweep.events;

import java.util.List;
import java.util.Optional;

/**
 * The Java of a run's hosts, where it was asked for.
 *
 * @param home an absolute folder, or the version of a JDK that the machine has; empty for the Java of the driver
 * @param options on top of those that keep the JVM to the run's resources, and stronger than these
 */
public record JvmSettings(Optional<String> home, List<String> options) {

    public JvmSettings {
        options = List.copyOf(options);
    }
}
