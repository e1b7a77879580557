package io.flowsweep.events;

import java.util.Optional;

/**
 * Why something failed.
 *
 * @param kind the exception's simple class name, or one of {@code exit}, {@code out of memory}, {@code timeout},
 *     {@code killed}, {@code host}, {@value #CONFIGURATION}
 * @param message one line
 * @param where class, method, file and line in the flow's own code, for instance {@code Digits.train (Digits.java:40)}
 * @param stack the stack trace, when there is one
 */
public record Failure(String kind, String message, Optional<String> where, Optional<String> stack) {

    /** The kind of what would be the same every time: the run was asked for something that cannot be. */
    public static final String CONFIGURATION = "configuration";

    public static Failure of(String kind, String message) {
        return new Failure(kind, message, Optional.empty(), Optional.empty());
    }

    /** {@code kind: message, in where} on one line. */
    public String summary() {
        String first = message.lines().findFirst().orElse("");
        String separator = first.endsWith(".") ? " In " : ", in ";
        return kind + ": " + first + where.map(separator::concat).orElse("");
    }
}
