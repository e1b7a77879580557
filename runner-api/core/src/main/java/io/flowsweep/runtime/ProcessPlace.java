package io.flowsweep.runtime;

import io.flowsweep.codec.CodecException;
import io.flowsweep.codec.Json;
import io.flowsweep.codec.ValueCodec;
import io.flowsweep.events.Failure;
import io.flowsweep.plan.FlowPlan.RulesPlan;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Carries out tasks in a JVM of its own, started by this host: orders go to its standard input, a line of JSON each, and
 * results come back from its standard output.
 */
final class ProcessPlace implements TaskPlace {

    private final Process process;
    private final Writer orders;
    private final Map<String, String> environment;
    private final HostLog log;
    private volatile TaskOrder order;
    private volatile Once waiting;
    private volatile boolean ended;

    /** @param environment what the process was started with on top of the host's own */
    ProcessPlace(Process process, Map<String, String> environment, HostLog log) {
        this.process = process;
        this.log = log;
        this.environment = environment;
        this.orders = process.outputWriter();
        Thread reader = new Thread(this::read, "flowsweep-task-results");
        reader.setDaemon(true);
        reader.start();
    }

    @Override
    public boolean suits(RulesPlan rules) {
        return environment.equals(rules.environment());
    }

    @Override
    public void begin(TaskOrder task, RulesPlan rules, Consumer<TaskResult> done) {
        Once once = new Once(done);
        order = task;
        waiting = once;
        rules.timeout()
                .ifPresent(limit -> Clock.after(
                        Timeouts.millis(limit),
                        () -> once.tell(() -> {
                            close();
                            return task.failed(log, Timeouts.task(task.step(), Timeouts.millis(limit)));
                        })));
        try {
            orders.write(Json.write(ValueCodec.encode(TaskOrder.class, task)) + "\n");
            orders.flush();
        } catch (IOException e) {
            lost();
        }
    }

    @Override
    public boolean usable() {
        return !ended && process.isAlive();
    }

    @Override
    public void close() {
        ended = true;
        ProcessTree.kill(process.toHandle());
    }

    /** What is no result was printed by native code or by the JVM itself, and belongs to the run's output. */
    private void read() {
        try (BufferedReader results = process.inputReader()) {
            for (String line = results.readLine(); line != null; line = results.readLine()) {
                if (line.startsWith(TaskHostMain.RESULT)) {
                    Object result = Json.parse(line.substring(TaskHostMain.RESULT.length()));
                    Once done = waiting;
                    waiting = null;
                    done.tell(ValueCodec.decode(TaskResult.class, result));
                } else {
                    System.out.println(line);
                }
            }
        } catch (IOException | CodecException e) {
            close();
        }
        lost();
    }

    /** The process is gone; what it was doing has failed. */
    private void lost() {
        ended = true;
        Once done = waiting;
        if (done != null) {
            done.tell(order.failed(log, failure(process.onExit().join().exitValue())));
        }
    }

    private static Failure failure(int code) {
        return switch (code) {
            case TaskHostMain.OUT_OF_MEMORY ->
                Failure.of("out of memory", "the task needed more heap than its process had");
            case TaskHostMain.EXITED -> Failure.of("exit", "the JVM was told to exit while the task ran");
            default -> Failure.of("killed", "the task's process ended with code " + code);
        };
    }
}
