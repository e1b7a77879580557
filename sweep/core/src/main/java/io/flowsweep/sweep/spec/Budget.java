package io.flowsweep.sweep.spec;

import java.time.Duration;
import java.util.Optional;

/**
 * What a driver may spend on a sweep: {@code run.budget}. When it is spent no more runs are started and the sweep ends early.
 *
 * @param time from the driver's start; runs under way are then ended
 * @param coreHours processors times hours of all runs that have ended; runs under way are let finish
 * @param runs how many runs are started, further attempts included; runs under way are let finish
 */
public record Budget(Optional<Duration> time, Optional<Double> coreHours, Optional<Long> runs) {

    public static final Budget UNLIMITED = new Budget(Optional.empty(), Optional.empty(), Optional.empty());
}
