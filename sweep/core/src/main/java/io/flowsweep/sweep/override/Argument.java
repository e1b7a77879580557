package io.flowsweep.sweep.override;

/**
 * What a function is given.
 *
 * @param name of {@code name=value}; empty when only the value stands there
 */
record Argument(String name, OverrideValue value) {}
