package io.flowsweep.sweep.spec;

/**
 * One value that a variant is given.
 *
 * @param path with its root, for instance {@code config.optimizer.learning_rate}
 * @param value plain; a list or an empty object is one value
 * @param where {@code file:line}, or the override that sets it
 */
public record Setting(String path, Object value, String where) {}
