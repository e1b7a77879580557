package io.flowsweep.runner;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.threads.Daemons;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Runs many variants, so many at a time, for everybody who shares the pool. A run that is admitted may still wait for room on
 * the machine. Thread-safe; closing it ends what runs.
 *
 * <pre>{@code
 * try (RunnerPool pool = RunnerPool.of(4)) {
 *     pool.map(List.of(100, 200, 300), dim -> matmul.parameter("dim", dim))
 *             .forEach(r -> System.out.println(r.variant() + ": " + r.run().data().get("seconds", double.class)));
 * }
 * }</pre>
 */
public final class RunnerPool implements AutoCloseable {

    /** A variant's flow is planned on one of these, and runs on threads of its executor. */
    private static final int STARTERS = Math.min(4, Runtime.getRuntime().availableProcessors());

    private static final long POLL_MILLIS = 10;

    private final int size;
    private final Semaphore room;
    private final ThreadPoolExecutor starters;
    private final Set<ExecutingRun> running = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    private RunnerPool(int size) {
        this.size = size;
        this.room = new Semaphore(size);
        this.starters = new ThreadPoolExecutor(
                STARTERS, STARTERS, 2, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Daemons.named("flowsweep-pool"));
        starters.allowCoreThreadTimeOut(true);
    }

    /**
     * A pool of at most so many runs at a time.
     *
     * @throws IllegalArgumentException when {@code size} is less than 1
     */
    public static RunnerPool of(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("size >= 1 must hold, but got size=" + size);
        }
        return new RunnerPool(size);
    }

    /**
     * Starts a run as soon as there is room.
     *
     * @return completes with the run when it has ended, however it ended; exceptionally when it could not be started, because
     *     something is wrong with it or the pool was closed
     */
    public CompletableFuture<ExecutingRun> submit(Runner runner) {
        CompletableFuture<ExecutingRun> ended = new CompletableFuture<>();
        try {
            starters.execute(() -> start(runner, ended));
        } catch (RejectedExecutionException e) {
            ended.completeExceptionally(closedPool());
        }
        return ended;
    }

    /**
     * Runs every variant, and gives the results as they complete, not in the order of the variants. Twice as many as run at a
     * time are begun before the first result is asked for, and one more with each; so the variants may be without end.
     *
     * @param variants what varies
     * @param runner the runner of a variant; what it throws becomes the variant's problem
     * @return one result a variant; throws CancellationException when its thread is interrupted, which it stays
     */
    public <V> Stream<PoolResult<V>> map(Iterable<V> variants, Function<? super V, Runner> runner) {
        Iterator<PoolResult<V>> results = new Results<>(variants.iterator(), runner);
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(results, Spliterator.NONNULL), false);
    }

    /** Starts nothing more, and ends what runs; returns when nothing is left of it, even if this thread is interrupted. */
    @Override
    public void close() {
        closed = true;
        starters.shutdown();
        boolean interrupted = Thread.interrupted();
        while (!starters.isTerminated() || !running.isEmpty()) {
            running.parallelStream().forEach(ExecutingRun::terminate);
            try {
                starters.awaitTermination(POLL_MILLIS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void start(Runner runner, CompletableFuture<ExecutingRun> ended) {
        room.acquireUninterruptibly();
        ExecutingRun run;
        try {
            if (closed) {
                throw closedPool();
            }
            run = runner.start();
        } catch (RuntimeException | Error e) {
            room.release();
            ended.completeExceptionally(e);
            return;
        }
        running.add(run);
        run.completion().thenRun(() -> {
            running.remove(run);
            room.release();
            ended.complete(run);
        });
    }

    private static InvalidInputException closedPool() {
        return new InvalidInputException("the pool was closed before the run was started", "", "");
    }

    @Override
    public String toString() {
        return "RunnerPool[" + running.size() + " of " + size + " running]";
    }

    private final class Results<V> implements Iterator<PoolResult<V>> {

        private final Iterator<V> variants;
        private final Function<? super V, Runner> runner;
        private final LinkedBlockingQueue<PoolResult<V>> completed = new LinkedBlockingQueue<>();
        private int open;
        private boolean interrupted;

        Results(Iterator<V> variants, Function<? super V, Runner> runner) {
            this.variants = variants;
            this.runner = runner;
            while (open < 2 * size && variants.hasNext()) {
                begin(variants.next());
            }
        }

        private void begin(V variant) {
            open++;
            CompletableFuture<ExecutingRun> ended;
            try {
                ended = submit(runner.apply(variant));
            } catch (RuntimeException e) {
                ended = CompletableFuture.failedFuture(e);
            }
            ended.whenComplete((run, problem) ->
                    completed.add(new PoolResult<>(variant, Optional.ofNullable(run), Optional.ofNullable(problem))));
        }

        @Override
        public boolean hasNext() {
            return open > 0 && !interrupted;
        }

        @Override
        public PoolResult<V> next() {
            try {
                PoolResult<V> result = completed.take();
                open--;
                if (variants.hasNext()) {
                    begin(variants.next());
                }
                return result;
            } catch (InterruptedException e) {
                interrupted = true;
                Thread.currentThread().interrupt();
                throw new CancellationException("interrupted while waiting for a run");
            }
        }
    }
}
