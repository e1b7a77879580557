package io.flowsweep.executor.worker;

import io.flowsweep.events.Failure;
import io.flowsweep.executor.HostExit;
import io.flowsweep.executor.HostHandle;
import io.flowsweep.executor.HostSpec;
import io.flowsweep.executor.jvm.ExitReason;
import io.flowsweep.executor.jvm.HostOutput;
import io.flowsweep.runtime.host.WorkerProtocol.Order;
import io.flowsweep.runtime.time.Timeouts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CompletableFuture;

/** One run in a worker. */
final class WorkerHost implements HostHandle {

    private final HostSpec spec;
    private final Path output;
    private final WorkerPool pool;
    private final CompletableFuture<HostExit> exit = new CompletableFuture<>();
    /** Which carries it out; null before any does, and when none does any more. */
    private Worker worker;

    private boolean begun;
    private boolean terminated;

    /** @param output where the run's output is kept */
    WorkerHost(HostSpec spec, Path output, WorkerPool pool) {
        this.spec = spec;
        this.output = output;
        this.pool = pool;
    }

    /** Gives the run to a worker. */
    synchronized void start() {
        try {
            begin(pool.take(WorkerKind.of(spec)));
        } catch (IOException e) {
            exit.complete(HostExit.failed(Failure.HOST, "the JVM could not be started: " + e.getMessage()));
        }
    }

    synchronized void begin(Worker fit) {
        worker = fit;
        fit.begin(this);
    }

    Order order() {
        return new Order(
                spec.store().toString(),
                spec.run(),
                spec.host(),
                spec.timeout().map(Timeouts::millis).orElse(0L));
    }

    synchronized void begun() {
        begun = true;
    }

    /** A line that did not come through the flow's own streams, in ISO 8859-1. */
    void print(String line) {
        try {
            Files.write(
                    output,
                    (line + "\n").getBytes(StandardCharsets.ISO_8859_1),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            return; // a full disk fails the run where it records what happens
        }
    }

    /** @param stays whether the worker is fit for more */
    void ended(boolean stays) {
        Worker done = giveUp();
        HostExit end = HostExit.orderly().withUsage(done.limited().usage());
        if (stays) {
            pool.release(done);
        } else {
            done.dismiss();
        }
        exit.complete(end);
    }

    /** From now on the worker may be another run's, which {@link #terminate} of this one must not end. */
    private synchronized Worker giveUp() {
        Worker done = worker;
        worker = null;
        return done;
    }

    /** The worker is gone. A run that had not begun is not to suffer from how an earlier one has left it. */
    void lost(Worker dead, int code) {
        synchronized (this) {
            if (!begun && !terminated && dead.runs() > 1) {
                start();
                return;
            }
            worker = null;
        }
        HostOutput printed = new HostOutput(output);
        HostExit reason = ExitReason.of(dead.limited(), code, printed.tail());
        printed.endLastLine();
        exit.complete(reason);
    }

    @Override
    public String key() {
        return spec.key();
    }

    @Override
    public CompletableFuture<HostExit> exit() {
        return exit;
    }

    @Override
    public void terminate() {
        synchronized (this) {
            terminated = true;
            if (worker != null) {
                worker.kill();
            }
        }
        exit.join();
    }
}
