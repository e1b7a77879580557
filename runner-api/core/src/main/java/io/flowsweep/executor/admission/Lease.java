package io.flowsweep.executor.admission;

import java.util.concurrent.atomic.AtomicBoolean;

/** A part of the machine, held until it is closed or this process ends. Thread-safe. */
public final class Lease implements AutoCloseable {

    private final Need need;
    private final Runnable release;
    private final AtomicBoolean closed = new AtomicBoolean();

    Lease(Need need, Runnable release) {
        this.need = need;
        this.release = release;
    }

    public Need need() {
        return need;
    }

    /** Gives the part back, at once for this process and within a poll for others. Only the first call does anything. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            release.run();
        }
    }

    /** {@code Lease[2 CPUs and 512 MiB]}. */
    @Override
    public String toString() {
        return "Lease[" + need + (closed.get() ? ", closed]" : "]");
    }
}
