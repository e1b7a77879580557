package io.flowsweep.sweep.engine.frozen;

import io.flowsweep.sweep.spec.SweepSpec;

/**
 * A sweep read from where it is kept.
 *
 * @param spec as if it stood where it came from
 */
public record Thawed(SweepSpec spec, Copies copies) {}
