package io.flowsweep.runtime;

import io.flowsweep.plan.FlowPlan.RulesPlan;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Carries out tasks on a thread of this JVM. */
final class ThreadPlace implements TaskPlace {

    private final TaskBody body;
    private final HostLog log;
    private final boolean shared;
    private final Consumer<String> active;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "flowsweep-task");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean lost;

    /**
     * @param shared whether every task of the run is carried out in this JVM; then a timeout interrupts the thread, otherwise
     *     tasks with a timeout or an environment do not suit
     * @param active is told the step whose method runs, and an empty text afterwards
     */
    ThreadPlace(TaskBody body, HostLog log, boolean shared, Consumer<String> active) {
        this.body = body;
        this.log = log;
        this.shared = shared;
        this.active = active;
    }

    @Override
    public boolean suits(RulesPlan rules) {
        return shared || !rules.needsOwnHost();
    }

    @Override
    public void begin(TaskOrder task, RulesPlan rules, Consumer<TaskResult> done) {
        thread.execute(() -> {
            Thread self = Thread.currentThread();
            Attempt attempt = Attempt.start(task, rules, log, done);
            if (attempt.hasEnded()) {
                return;
            }
            attempt.limit(() -> {
                lost = true;
                self.interrupt();
            });
            active.accept(task.step());
            TaskResult result = body.perform(task);
            active.accept("");
            attempt.end(result);
        });
    }

    /** A thread whose task did not end in time may never come back. */
    @Override
    public boolean usable() {
        return !lost;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
