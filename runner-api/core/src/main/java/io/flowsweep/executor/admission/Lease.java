package io.flowsweep.executor.admission;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** A part of the machine, held until it is closed or this process ends. Thread-safe. */
public final class Lease implements AutoCloseable {

    private final Need need;
    private final Stock.Taken taken;
    private final Runnable release;
    private final AtomicBoolean closed = new AtomicBoolean();

    Lease(Need need, Stock.Taken taken, Runnable release) {
        this.need = need;
        this.taken = taken;
        this.release = release;
    }

    public Need need() {
        return need;
    }

    /** The numbers of the processors to use: as many as needed, also of an exclusive lease, which holds all. */
    public List<Integer> processors() {
        return taken.processors().subList(0, need.cpus());
    }

    /** The numbers of the GPUs. */
    public List<Integer> gpus() {
        return taken.gpus();
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
