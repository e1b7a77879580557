package io.flowsweep.flow;

/**
 * A failure that was caught.
 *
 * @param kind the exception's simple class name, or {@code timeout}, {@code exit}, {@code out of memory}, {@code killed}
 * @param message one line
 * @param step the step that failed
 */
public record Failed(String kind, String message, String step) {}
