package io.flowsweep.errors;

/** The root of every exception that FlowSweep throws on purpose. Illegal arguments stay the JDK's own. */
public class FlowSweepException extends RuntimeException {

    public FlowSweepException(String message) {
        super(message);
    }

    public FlowSweepException(String message, Throwable cause) {
        super(message, cause);
    }
}
