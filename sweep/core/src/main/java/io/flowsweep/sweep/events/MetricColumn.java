package io.flowsweep.sweep.events;

import io.flowsweep.sweep.file.MetricSpec.Goal;
import java.util.Optional;

/**
 * A metric as a column of results.
 *
 * @param unit for instance {@code 1/s}; absent when it has none
 * @param goal which direction is better; absent when neither is
 */
public record MetricColumn(String name, Optional<String> unit, Optional<Goal> goal) {}
