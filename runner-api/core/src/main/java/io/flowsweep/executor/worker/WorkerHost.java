package io.flowsweep.executor.worker;

import io.flowsweep.executor.HostExit;
import io.flowsweep.executor.HostHandle;
import io.flowsweep.executor.HostSpec;
import io.flowsweep.executor.process.ExitReason;
import io.flowsweep.executor.process.HostOutput;
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
            exit.complete(HostExit.failed("host", "the JVM could not be started: " + e.getMessage()));
        }
    }

    synchronized void begin(Worker given) {
        worker = given;
        worker.begin(this);
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

    /**
     * The run is over. In one act, as the worker may be another run's as soon as it is given back: it is no longer this one's to ask, nor
     * to end.
     *
     * @param stays whether the worker is fit for more
     */
    synchronized void ended(boolean stays) {
        HostExit end = HostExit.orderly().withUsage(worker.limited().usage());
        if (stays) {
            pool.release(worker);
        } else {
            worker.dismiss();
        }
        exit.complete(end);
    }

    /** The worker is gone. A run that had not begun is not to suffer from how an earlier one has left it. */
    void lost(Worker dead, int code) {
        synchronized (this) {
            if (!begun && !terminated && dead.runs() > 1) {
                start();
                return;
            }
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
            if (!exit.isDone()) {
                worker.kill();
            }
        }
        exit.join();
    }
}
