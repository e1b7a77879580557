package io.flowsweep.runtime.host;

/**
 * The run that a worker carries out, and what becomes of its record when the worker has to end. A driver that dies leaves its
 * orders in the pipe: a run may then begin while the worker is already on its way out, and that end is not the flow's doing.
 * Thread-safe.
 */
final class CurrentRun {

    private HostRun run;
    private boolean orphaned;

    /** Whether the run is to be carried out: no longer when the driver is gone. */
    synchronized boolean begin(HostRun next) {
        if (!orphaned) {
            run = next;
        }
        return !orphaned;
    }

    synchronized void end() {
        run = null;
    }

    /** The driver is gone: of the run under way nothing is put on record any more, and this process ends; none begins from now on. */
    void orphan() {
        HostRun underWay;
        synchronized (this) {
            orphaned = true;
            underWay = run;
        }
        if (underWay != null) {
            underWay.abandon();
        }
    }

    /** This process is about to exit: that the flow asked for it is put on record, unless its driver is gone. */
    void noteExit() {
        HostRun underWay;
        synchronized (this) {
            underWay = orphaned ? null : run;
        }
        if (underWay != null) {
            underWay.noteExit();
        }
    }
}
