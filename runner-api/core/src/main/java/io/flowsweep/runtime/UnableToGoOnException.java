package io.flowsweep.runtime;

import io.flowsweep.errors.FlowSweepException;

/** A task has succeeded, but what it left does not say what follows. */
final class UnableToGoOnException extends FlowSweepException {

    UnableToGoOnException(String message) {
        super(message);
    }
}
