package io.flowsweep.runtime;

import io.flowsweep.events.Failure;
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
     * @param active is told the step whose method runs
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
    public void begin(TaskOrder order, RulesPlan rules, Consumer<TaskResult> done) {
        Once once = new Once(done);
        thread.execute(() -> {
            Thread self = Thread.currentThread();
            rules.timeout()
                    .ifPresent(limit -> Clock.after(
                            Timeouts.millis(limit),
                            () -> once.tell(() -> {
                                lost = true;
                                self.interrupt();
                                return order.failed(log, Timeouts.task(order.step(), Timeouts.millis(limit)));
                            })));
            TaskResult result;
            try {
                result = body.carryOut(order, active);
            } catch (RuntimeException | Error e) {
                result = order.failed(log, Failure.of("host", "the task could not be carried out: " + e));
            }
            once.tell(result);
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
