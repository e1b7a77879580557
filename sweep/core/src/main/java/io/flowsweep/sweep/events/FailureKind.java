package io.flowsweep.sweep.events;

import io.flowsweep.events.Failure;
import io.flowsweep.events.RunState;

/** What kind of failure ended a run, as far as it matters for whether another attempt may help. */
public enum FailureKind {
    /** It needed more memory than it had. */
    MEMORY,
    /** It took longer than it was allowed. */
    TIMEOUT,
    /** Its host was killed or lost; nothing is known against the flow. */
    LOST_HOST,
    /** What it did could not be put into the store, whose disk is full, say; the next one would fare no better. */
    STORE,
    /** The flow's own fault: the same would happen again. */
    USER;

    /** The kind of a failure that ended a run in a state. */
    public static FailureKind of(RunState state, Failure failure) {
        if (state == RunState.TIMED_OUT) {
            return TIMEOUT;
        }
        if (state == RunState.LOST) {
            return LOST_HOST;
        }
        return switch (failure.kind()) {
            case Failure.OUT_OF_MEMORY, "OutOfMemoryError" -> MEMORY;
            case Failure.TIMEOUT -> TIMEOUT;
            case Failure.KILLED, Failure.HOST -> LOST_HOST;
            case Failure.STORE -> STORE;
            default -> USER;
        };
    }
}
