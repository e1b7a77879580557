package io.flowsweep.store;

import io.flowsweep.errors.FlowSweepException;

/** The store could not be read or written: the message says which place and why. */
public class StoreException extends FlowSweepException {

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }

    public StoreException(String message) {
        super(message);
    }
}
