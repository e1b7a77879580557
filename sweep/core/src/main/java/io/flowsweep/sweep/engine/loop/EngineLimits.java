package io.flowsweep.sweep.engine.loop;

import io.flowsweep.sweep.spec.Budget;
import io.flowsweep.sweep.spec.FailureLimit;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * What bounds an engine.
 *
 * @param parallel the most runs in flight; at least 1
 * @param trials how many trials the sweep has, as far as known, of which a limit in percent is a part
 * @param failures how many may fail; empty: any number
 */
public record EngineLimits(int parallel, LongSupplier trials, Optional<FailureLimit> failures, Budget budget) {}
