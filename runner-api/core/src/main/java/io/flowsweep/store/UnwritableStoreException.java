package io.flowsweep.store;

/** Nothing can be put into the store: its disk is full, or its folder may not be written. */
public final class UnwritableStoreException extends StoreException {

    /** The exit code of a host that could not put its end on record. */
    public static final int EXIT_CODE = 74;

    public UnwritableStoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
