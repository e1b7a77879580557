package io.flowsweep.executor.inline;

import io.flowsweep.events.Failure;
import io.flowsweep.events.RunState;
import io.flowsweep.executor.Capability;
import io.flowsweep.executor.Executor;
import io.flowsweep.executor.ExecutorProvider;
import io.flowsweep.executor.HostExit;
import io.flowsweep.executor.HostHandle;
import io.flowsweep.executor.HostSpec;
import io.flowsweep.executor.LocalExecutor;
import io.flowsweep.runtime.RunExecution;
import io.flowsweep.runtime.time.Timeouts;
import io.flowsweep.store.Store;
import io.flowsweep.store.StoreLayout;
import io.flowsweep.store.Stores;
import io.flowsweep.store.UnwritableStoreException;
import io.flowsweep.threads.Daemons;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Runs each host on a thread of this JVM, with the flow's classes in a loader of their own. A thrown error, and a timeout of
 * a flow that reacts to interrupts, fail that run alone. Heap, processors, working directory, system properties and the
 * statics of the JDK are shared with everything else in this JVM, and a flow that ignores interrupts keeps its thread.
 */
public final class InlineExecutor extends LocalExecutor {

    private static final ScheduledExecutorService CLOCK = Daemons.clock("flowsweep-inline-clock");

    /** Finds it by name. */
    public static final class Provider implements ExecutorProvider {

        @Override
        public String name() {
            return "inline";
        }

        @Override
        public Executor create() {
            return new InlineExecutor();
        }
    }

    @Override
    public String name() {
        return "inline";
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.CAPTURES_OUTPUT);
    }

    @Override
    protected HostHandle start(HostSpec spec) {
        Host host = new Host(spec);
        host.thread.start();
        return host;
    }

    /** A host that is a thread. */
    private static final class Host implements HostHandle, Runnable {

        private static final long PATIENCE_SECONDS = 2;

        private final HostSpec spec;
        private final RunExecution run;
        private final Store store;
        private final CompletableFuture<HostExit> exit = new CompletableFuture<>();

        /** New for each run: what a flow does to its thread ends with it. */
        private final Thread thread = Daemons.thread("flowsweep-task", this);

        Host(HostSpec spec) {
            this.spec = spec;
            this.store = Stores.open(spec.store());
            this.run = RunExecution.shared(store, spec.run(), spec.request(), spec.host());
        }

        @Override
        @SuppressWarnings("try") // the output is held, not used
        public void run() {
            Optional<Future<?>> timeout = spec.timeout().map(limit -> stopAfter(Timeouts.millis(limit)));
            HostExit end;
            try (InlineOutput output = InlineOutput.capture(store, StoreLayout.hostOutput(spec.run(), spec.host()))) {
                run.execute();
                end = HostExit.orderly(run.events());
            } catch (RuntimeException | Error e) {
                end = HostExit.failed(
                        e instanceof UnwritableStoreException ? Failure.STORE : Failure.HOST, e.toString());
            } finally {
                timeout.ifPresent(t -> t.cancel(false));
            }
            exit.complete(end);
        }

        private Future<?> stopAfter(long millis) {
            return CLOCK.schedule(
                    () -> stop(RunState.TIMED_OUT, Timeouts.failure(millis)), millis, TimeUnit.MILLISECONDS);
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
            stop(RunState.TERMINATED, Failure.terminated());
        }

        /**
         * The run has ended from here on, even if its thread has not noticed yet: it is given {@value #PATIENCE_SECONDS}
         * seconds to do so.
         */
        private void stop(RunState state, Failure failure) {
            synchronized (this) {
                if (exit.isDone()) {
                    return;
                }
                run.end(state, Optional.of(failure));
                thread.interrupt();
            }
            exit.completeOnTimeout(HostExit.orderly(), PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
    }
}
