package io.flowsweep.executor.worker;

import io.flowsweep.executor.admission.Admission;
import io.flowsweep.executor.guard.Strays;
import io.flowsweep.executor.limits.LimitedProcess;
import io.flowsweep.executor.limits.ProcessLimits;
import io.flowsweep.os.ProcessTree;
import io.flowsweep.planner.EnvironmentInputs;
import io.flowsweep.runtime.host.WorkerProtocol;
import io.flowsweep.threads.Daemons;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A JVM that carries out runs, one at a time, and ends when this one does. Thread-safe, but for {@link #begin}, which is called
 * when the last run has ended.
 */
final class Worker {

    private static final AtomicLong STARTED = new AtomicLong();

    private final WorkerKind kind;
    private final String name;
    private final LimitedProcess limited;
    private final Process process;
    private final Writer orders;
    private volatile WorkerHost current;

    /** Whether its process has ended and whoever was current then has been told. */
    private boolean gone;

    private int runs;

    private Worker(WorkerKind kind, String name, LimitedProcess limited) {
        this.kind = kind;
        this.name = name;
        this.limited = limited;
        this.process = limited.process();
        this.orders = process.outputWriter(StandardCharsets.UTF_8);
    }

    /** @throws IOException when the operating system refuses */
    static Worker start(WorkerKind kind) throws IOException {
        String name = "worker/" + ProcessHandle.current().pid() + "/" + STARTED.incrementAndGet();
        ProcessBuilder builder = new ProcessBuilder(kind.command()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(EnvironmentInputs::isInput);
        builder.environment().putAll(kind.environment());
        builder.environment().put(Strays.VARIABLE, name);
        builder.environment().put(Admission.WITHIN, name);
        kind.workingDirectory().ifPresent(folder -> builder.directory(folder.toFile()));
        Worker worker = new Worker(kind, name, ProcessLimits.ofThisMachine().start(builder, kind.resources()));
        worker.limited.exit().thenAccept(worker::endStrays);
        Daemons.start("flowsweep-" + name, worker::listen);
        return worker;
    }

    WorkerKind kind() {
        return kind;
    }

    /** How many runs it has begun. */
    int runs() {
        return runs;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Gives it a run; what comes of it is told to the host. */
    void begin(WorkerHost host) {
        runs++;
        limited.forget();
        boolean dead;
        synchronized (this) {
            current = host;
            dead = gone;
        }
        if (dead) { // while it waited, when there was nobody to tell
            host.lost(this, process.exitValue());
            return;
        }
        try {
            orders.write(host.order().toLine() + "\n");
            orders.flush();
        } catch (IOException e) {
            kill(); // it is dying, and its reader will tell
        }
    }

    /** How its process is held to its resources; what it has used since the last run was begun. */
    LimitedProcess limited() {
        return limited;
    }

    /** Lets it end by itself, with what flows have registered for that. */
    void dismiss() {
        try {
            orders.close();
        } catch (IOException e) {
            kill();
        }
    }

    void awaitEnd(long nanos) {
        try {
            process.waitFor(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends it at once with all it started. */
    void kill() {
        ProcessTree.kill(process.toHandle());
    }

    /** In ISO 8859-1, which keeps the bytes of what was printed as they are. */
    private void listen() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.ISO_8859_1)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int mark = line.indexOf(WorkerProtocol.MARK);
                if (mark != 0) {
                    print(mark < 0 ? line : line.substring(0, mark));
                }
                if (mark >= 0) {
                    hear(line.substring(mark + WorkerProtocol.MARK.length()));
                }
            }
        } catch (IOException e) {
            kill();
        }
        lost(limited.awaitExit());
    }

    private void print(String line) {
        WorkerHost host = current;
        if (host != null) {
            host.print(line);
        }
    }

    private void hear(String word) {
        WorkerHost host = current;
        if (word.equals(WorkerProtocol.BEGUN)) {
            host.begun();
        } else {
            current = null;
            host.ended(word.equals(WorkerProtocol.STAYS));
        }
    }

    /** What a worker that died alone has started may hold the pipe open from which its end would be read. */
    private void endStrays(int code) {
        if (code != 0) {
            Strays.end(name);
        }
    }

    private void lost(int code) {
        WorkerHost host;
        synchronized (this) {
            gone = true;
            host = current;
        }
        if (host != null) {
            host.lost(this, code);
        }
    }
}
