package io.flowsweep.runtime.place;

import io.flowsweep.events.Failure;
import io.flowsweep.events.RunEvent.TaskFailed;
import io.flowsweep.events.RunEvent.TaskStarted;
import io.flowsweep.events.RunEvent.TaskSucceeded;
import io.flowsweep.events.RunEvent.TaskUsed;
import io.flowsweep.plan.RulesPlan;
import io.flowsweep.runtime.log.HostLog;
import io.flowsweep.runtime.task.TaskOrder;
import io.flowsweep.runtime.task.TaskResult;
import io.flowsweep.runtime.time.Clock;
import io.flowsweep.runtime.time.Timeouts;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * One attempt at a task, from its start to its end. Several may want to end it: who carries it out, its timeout, the loss of
 * its process. The first one does, and its end alone is put on record and told. Thread-safe.
 */
final class Attempt {

    private final TaskOrder order;
    private final RulesPlan rules;
    private final HostLog log;
    private final Consumer<TaskResult> listener;
    private final AtomicBoolean ended = new AtomicBoolean();
    private Optional<Future<?>> timer = Optional.empty();

    private Attempt(TaskOrder order, RulesPlan rules, HostLog log, Consumer<TaskResult> listener) {
        this.order = order;
        this.rules = rules;
        this.log = log;
        this.listener = listener;
    }

    /**
     * Puts the start of an attempt on record.
     *
     * @param listener is told once what came of it; as a failure of the host when that could not be put on record
     */
    static Attempt start(TaskOrder order, RulesPlan rules, HostLog log, Consumer<TaskResult> listener) {
        Attempt attempt = new Attempt(order, rules, log, listener);
        try {
            log.append(new TaskStarted(Instant.now(), order.task(), order.key(), order.step(), order.attempt()));
        } catch (RuntimeException | Error e) {
            attempt.end(failed("its start", e));
        }
        return attempt;
    }

    /** Counts the timeout from now. @param interrupt ends what is under way, when it is not over by then */
    synchronized void limit(Runnable interrupt) {
        if (!ended.get()) {
            timer = rules.timeout()
                    .map(Timeouts::millis)
                    .map(millis -> Clock.after(millis, () -> {
                        if (claimed()) {
                            interrupt.run();
                            tell(TaskResult.failed(Timeouts.task(order.step(), millis)));
                        }
                    }));
        }
    }

    void end(TaskResult result) {
        if (claimed()) {
            tell(result);
        }
    }

    boolean hasEnded() {
        return ended.get();
    }

    private synchronized boolean claimed() {
        boolean first = ended.compareAndSet(false, true);
        if (first) {
            if (timer.isPresent()) {
                timer.get().cancel(false);
            }
        }
        return first;
    }

    private void tell(TaskResult result) {
        TaskResult told = result;
        try {
            record(result);
        } catch (RuntimeException | Error e) {
            told = failed("what came of it", e);
        }
        listener.accept(told);
    }

    private void record(TaskResult result) {
        Instant now = Instant.now();
        String task = order.task();
        if (result.usage().isPresent()) {
            log.append(new TaskUsed(now, task, order.attempt(), result.usage().get()));
        }
        Optional<Failure> failure = result.failure();
        log.append(
                failure.isPresent()
                        ? new TaskFailed(now, task, order.step(), order.attempt(), failure.get())
                        : new TaskSucceeded(now, task, order.step(), order.attempt(), result.artifacts()));
    }

    private static TaskResult failed(String what, Throwable why) {
        return TaskResult.failed(Failure.of(Failure.HOST, what + " could not be put on record: " + why));
    }
}
