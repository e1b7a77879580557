package io.flowsweep.config;

/**
 * Where a key is written.
 *
 * @param path its dotted path
 * @param where {@code file:line}
 * @param selfReferring whether its value builds on an earlier one of the same key, by {@code +=} or {@code ${its path}}
 */
public record KeyPlace(String path, String where, boolean selfReferring) {}
