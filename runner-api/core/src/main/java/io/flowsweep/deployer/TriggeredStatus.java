package io.flowsweep.deployer;

/** Where a triggered run stands. */
public enum TriggeredStatus {
    /** On record, and none of its hosts has started yet, or not again after one was lost with who had started it. */
    PENDING,
    RUNNING,
    SUCCEEDED,
    /** A step failed, its host ended on its own, it took too long, or it could not be started. */
    FAILED,
    /** Ended on request. */
    TERMINATED;

    /** Whether nothing more will happen to the run. */
    public boolean ended() {
        return this != PENDING && this != RUNNING;
    }
}
