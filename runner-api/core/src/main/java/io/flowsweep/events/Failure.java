package io.flowsweep.events;

import java.util.Optional;

/**
 * Why something failed.
 *
 * @param kind the exception's simple class name, or one of the words below and what else a flow's kind has
 * @param message one line
 * @param where class, method, file and line in the flow's own code, for instance {@code Digits.train (Digits.java:40)}
 * @param stack the stack trace, when there is one
 */
public record Failure(String kind, String message, Optional<String> where, Optional<String> stack) {

    /** It would be the same every time: the run was asked for something that cannot be. */
    public static final String CONFIGURATION = "configuration";

    /** A process ended by itself with an exit code that says so. */
    public static final String EXIT = "exit";

    /** A process has done wrong itself, and the system ended it. */
    public static final String CRASH = "crash";

    /** A signal from elsewhere ended a process. */
    public static final String KILLED = "killed";

    public static final String OUT_OF_MEMORY = "out of memory";

    public static final String TIMEOUT = "timeout";

    /** A host could not be started, or could not do its own part; nothing is known against the flow. */
    public static final String HOST = "host";

    /** Nothing could be put into the store; see {@link io.flowsweep.store.UnwritableStoreException}. */
    public static final String STORE = "store";

    /** Whoever answers for a run died before it ended. */
    public static final String LOST = "lost";

    private static final String TERMINATED = "terminated";

    public static Failure of(String kind, String message) {
        return new Failure(kind, message, Optional.empty(), Optional.empty());
    }

    /** Somebody has asked for its end. */
    public static Failure terminated() {
        return of(TERMINATED, "ended on request");
    }

    /** {@code kind: message, in where} on one line. */
    public String summary() {
        String first = message.lines().findFirst().orElse("");
        String separator = first.endsWith(".") ? " In " : ", in ";
        return kind + ": " + first + where.map(separator::concat).orElse("");
    }
}
