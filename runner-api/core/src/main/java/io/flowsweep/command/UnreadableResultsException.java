package io.flowsweep.command;

import io.flowsweep.errors.FlowSweepException;

/** What a command has left cannot be read. */
final class UnreadableResultsException extends FlowSweepException {

    private static final long serialVersionUID = 1;

    UnreadableResultsException(String message) {
        super(message);
    }
}
