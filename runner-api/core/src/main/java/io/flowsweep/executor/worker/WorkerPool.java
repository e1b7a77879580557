package io.flowsweep.executor.worker;

import io.flowsweep.executor.admission.Machine;
import io.flowsweep.threads.Daemons;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The workers that wait for a run of their kind. A worker that waits holds nothing of the machine by lease, and little in fact:
 * it sleeps, no more than 256 MiB of its heap are in use, the rest is given back within a second, and it ends after
 * {@value #IDLE_SECONDS} seconds. There are at most as many as the machine has processors; one too many ends the one that has
 * waited longest, and so does one that is started when so many wait. Thread-safe.
 */
final class WorkerPool {

    /** A worker is replaced after this many runs, whatever they leave behind unseen. */
    static final int MOST_RUNS = 1000;

    private static final long IDLE_SECONDS = 10;

    private static final ScheduledThreadPoolExecutor CLOCK = Daemons.clock("flowsweep-worker-clock");

    /** How long the workers may take to end when this JVM does. */
    private static final long LAST_SECONDS = 2;

    private final int most;
    private final long idleSeconds;
    private final Deque<Worker> idle = new ArrayDeque<>();
    private final Set<Worker> started = new HashSet<>();

    WorkerPool() {
        this(Machine.current().cpus(), IDLE_SECONDS);
    }

    /**
     * @param most workers that wait at a time
     * @param idleSeconds how long each waits
     */
    WorkerPool(int most, long idleSeconds) {
        this.most = most;
        this.idleSeconds = idleSeconds;
    }

    /** One that waits, else a new one. */
    synchronized Worker take(WorkerKind kind) throws IOException {
        for (Iterator<Worker> workers = idle.iterator(); workers.hasNext(); ) {
            Worker worker = workers.next();
            if (!worker.isAlive()) {
                workers.remove();
            } else if (worker.kind().equals(kind)) {
                workers.remove();
                return worker;
            }
        }
        if (idle.size() == most) {
            idle.removeLast().dismiss();
        }
        Worker worker = Worker.start(kind);
        started.removeIf(other -> !other.isAlive());
        started.add(worker);
        return worker;
    }

    /** Ends all workers, and waits for that a moment: none outlives its driver. */
    void close() {
        List<Worker> all;
        synchronized (this) {
            all = List.copyOf(started);
        }
        all.forEach(Worker::dismiss);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LAST_SECONDS);
        all.forEach(worker -> worker.awaitEnd(deadline - System.nanoTime()));
    }

    /** Takes one back that is fit for more, or dismisses it when it has done enough. */
    synchronized void release(Worker worker) {
        if (worker.runs() >= MOST_RUNS) {
            worker.dismiss();
            return;
        }
        idle.addFirst(worker);
        if (idle.size() > most) {
            idle.removeLast().dismiss();
        }
        int runs = worker.runs();
        CLOCK.schedule(() -> dismissIdle(worker, runs), idleSeconds, TimeUnit.SECONDS);
    }

    private synchronized void dismissIdle(Worker worker, int runs) {
        if (worker.runs() == runs && idle.remove(worker)) {
            worker.dismiss();
        }
    }
}
