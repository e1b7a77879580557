package io.flowsweep.runtime.place;

import io.flowsweep.plan.DependencyPlan;
import io.flowsweep.plan.RulesPlan;
import io.flowsweep.runtime.log.HostLog;
import io.flowsweep.runtime.task.TaskBodies;
import io.flowsweep.runtime.task.TaskBody;
import io.flowsweep.runtime.task.TaskOrder;
import io.flowsweep.runtime.task.TaskResult;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Carries out tasks on a thread of this JVM: one of its own, or the caller's, which costs less, where all tasks are carried out
 * in this JVM and there is nothing else to do meanwhile.
 */
final class ThreadPlace implements TaskPlace {

    private static final long PATIENCE_SECONDS = 1;

    private final TaskBody body;
    private final HostLog log;
    private final boolean shared;
    private final Optional<DependencyPlan> libraries;
    private final Consumer<String> active;
    private final ExecutorService thread =
            new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), new ThreadFactory() {
                @Override
                public Thread newThread(Runnable work) {
                    Thread thread = new Thread(work, "flowsweep-task");
                    thread.setDaemon(true);
                    return thread;
                }
            });
    private volatile boolean lost;

    /**
     * @param shared whether every task of the run is carried out in this JVM; then a timeout interrupts the thread, otherwise
     *     tasks with a timeout or an environment do not suit
     * @param active is told the step whose method runs, and an empty text afterwards
     */
    ThreadPlace(TaskBody body, HostLog log, boolean shared, Consumer<String> active) {
        this(body, log, shared, Optional.empty(), active);
    }

    private ThreadPlace(
            TaskBody body, HostLog log, boolean shared, Optional<DependencyPlan> libraries, Consumer<String> active) {
        this.body = body;
        this.log = log;
        this.shared = shared;
        this.libraries = libraries;
        this.active = active;
    }

    /** A thread in a JVM where all tasks of the run are carried out, for the steps with these libraries of their own. */
    static ThreadPlace shared(TaskBodies bodies, Optional<DependencyPlan> libraries, HostLog log) {
        return new ThreadPlace(bodies.with(libraries), log, true, libraries, step -> {});
    }

    @Override
    public boolean suits(RulesPlan rules) {
        return shared ? libraries.equals(rules.dependencies()) : !rules.needsOwnHost();
    }

    @Override
    public void begin(TaskOrder task, RulesPlan rules, boolean alone, Consumer<TaskResult> done) {
        if (shared && alone && rules.timeout().isEmpty()) {
            carryOut(task, rules, done);
            Thread.interrupted(); // the task's own; one that is to end the run has put its end on record before
            return;
        }
        thread.execute(new Runnable() {
            @Override
            public void run() {
                carryOut(task, rules, done);
            }
        });
    }

    private void carryOut(TaskOrder task, RulesPlan rules, Consumer<TaskResult> done) {
        Attempt attempt = Attempt.start(task, rules, log, done);
        if (attempt.hasEnded()) {
            return;
        }
        if (rules.timeout().isPresent()) {
            Thread self = Thread.currentThread();
            attempt.limit(() -> {
                lost = true;
                self.interrupt();
            });
        }
        active.accept(task.step());
        TaskResult result = body.perform(task);
        active.accept("");
        attempt.end(result);
    }

    /** A thread whose task did not end in time may never come back. */
    @Override
    public boolean usable() {
        return !lost;
    }

    /** In a JVM that others share, an interrupted task gets a moment to come to its end before its files are taken away. */
    @Override
    public void close() {
        thread.shutdownNow();
        if (shared) {
            try {
                thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
