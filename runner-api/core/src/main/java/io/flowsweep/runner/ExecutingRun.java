package io.flowsweep.runner;

import io.flowsweep.client.Client;
import io.flowsweep.client.LogLine;
import io.flowsweep.client.LogPosition;
import io.flowsweep.client.Run;
import io.flowsweep.client.RunLog;
import io.flowsweep.events.RunState;
import io.flowsweep.store.StoreLayout;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A run under way, owned by this program: when the program ends, so does the run. Thread-safe. */
public final class ExecutingRun implements AutoCloseable {

    private static final Duration FOREVER = Duration.ofDays(36_500);
    private static final Duration LOG_POLL = Duration.ofMillis(50);

    private final RunOrder order;
    private final RunOwner owner;

    private ExecutingRun(RunOrder order, RunOwner owner) {
        this.order = order;
        this.owner = owner;
    }

    static ExecutingRun start(RunOrder order, Consumer<String> announced) {
        return start(order, RunIds.next(), announced);
    }

    static ExecutingRun start(RunOrder order, String runId, Consumer<String> announced) {
        return new ExecutingRun(order, RunOwner.start(order, runId, announced));
    }

    static ExecutingRun adopt(RunOrder order, String runId, int lastHost) {
        return new ExecutingRun(order, RunOwner.adopt(order, runId, lastHost));
    }

    /** The run's id, unique in the store and sortable by start. */
    public String id() {
        return owner.runId();
    }

    /** RUNNING, or the state in which it ended. */
    public RunState status() {
        return owner.completion().getNow(RunState.RUNNING);
    }

    /**
     * Waits for the end; never throws because the run failed. An interrupt of the waiting thread is kept and ends the wait
     * with the present state.
     */
    public RunState await() {
        return await(FOREVER).orElseGet(this::status);
    }

    /** Waits for the end at most this long; empty when the run goes on, or the waiting thread was interrupted. */
    public Optional<RunState> await(Duration limit) {
        try {
            return Optional.of(owner.completion().get(nanos(limit), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Completes, always normally, with the state in which the run ended. */
    public CompletableFuture<RunState> completion() {
        return owner.completion().copy();
    }

    /** Hands over the text of each line that the run prints, from the first one on, and returns when the run has ended. */
    public void streamLog(Consumer<String> line) {
        streamLog(LogPosition.START, printed -> line.accept(printed.text()));
    }

    /**
     * Hands over each line that the run prints from a position on, and returns when the run has ended and all is handed over,
     * or when this thread is interrupted.
     *
     * @param from {@link LogPosition#START}, or {@link LogLine#next} of the last line that an earlier call handed over
     * @return where the reading ended
     */
    public LogPosition streamLog(LogPosition from, Consumer<LogLine> line) {
        LogPosition position = from;
        boolean ended;
        do {
            ended = await(LOG_POLL).isPresent();
            for (Iterator<LogLine> lines = printed(position).iterator(); lines.hasNext(); ) {
                LogLine next = lines.next();
                position = next.next();
                line.accept(next);
            }
        } while (!ended && !Thread.currentThread().isInterrupted());
        return position;
    }

    private Stream<LogLine> printed(LogPosition from) {
        return RunLog.lines(
                order.store(), StoreLayout.run(order.plan().flow(), id()), order.plan(), owner.hosts(), from);
    }

    /** What the run has printed to standard output so far. */
    public List<String> stdout() {
        return texts(false);
    }

    /** What the run has printed to standard error so far. */
    public List<String> stderr() {
        return texts(true);
    }

    private List<String> texts(boolean error) {
        return printed(LogPosition.START)
                .filter(line -> line.error() == error)
                .map(LogLine::text)
                .toList();
    }

    /**
     * Ends the run with its whole process tree, unless it has ended. Returns when nothing of it is left, even if the calling
     * thread is interrupted, which it stays.
     */
    public void terminate() {
        owner.terminate();
        owner.completion().join();
    }

    /** What the store holds of this run at this moment. */
    public Run run() {
        return Client.of(order.store()).flowNamed(order.plan().flow()).run(id()).orElseThrow();
    }

    /** The same but for tags that others have changed since the run ended; the logs of its hosts are all that is read. */
    public Run runAsOwned() {
        return owner.run();
    }

    /** {@link #terminate()}. */
    @Override
    public void close() {
        terminate();
    }

    private static long nanos(Duration limit) {
        return (limit.compareTo(FOREVER) < 0 ? limit : FOREVER).toNanos();
    }

    @Override
    public String toString() {
        return "ExecutingRun[" + order.plan().flow() + "/" + id() + " " + status() + "]";
    }
}
