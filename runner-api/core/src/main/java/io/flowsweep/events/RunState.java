package io.flowsweep.events;

/** Where a run stands. */
public enum RunState {
    /** Asked for, and not ended. */
    RUNNING,
    /** Every step succeeded. */
    SUCCEEDED,
    /** A step failed, or its host ended on its own. */
    FAILED,
    /** Longer than its timeout allowed. */
    TIMED_OUT,
    /** Ended on request. */
    TERMINATED,
    /** Its owner died before it ended. */
    LOST,
    /** Ended early by a pruner: it has values and no failure. */
    STOPPED;

    /** Whether nothing more will happen to the run. */
    public boolean ended() {
        return this != RUNNING;
    }
}
