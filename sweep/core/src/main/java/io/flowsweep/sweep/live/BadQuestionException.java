package io.flowsweep.sweep.live;

import io.flowsweep.errors.FlowSweepException;

/** The page, or whoever plays it, has asked what cannot be answered. */
final class BadQuestionException extends FlowSweepException {

    private final int status;

    BadQuestionException(String message) {
        this(400, message);
    }

    /** @param status of HTTP */
    BadQuestionException(int status, String message) {
        super(message);
        this.status = status;
    }

    int status() {
        return status;
    }
}
