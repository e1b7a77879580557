package io.flowsweep.client;

import java.util.Optional;

/**
 * One line that a run printed.
 *
 * @param task the id of the task that printed it; empty when the JVM or native code did
 * @param error whether it was printed to standard error
 * @param text without line end
 * @param next the place behind it
 */
public record LogLine(Optional<String> task, boolean error, String text, LogPosition next) {}
