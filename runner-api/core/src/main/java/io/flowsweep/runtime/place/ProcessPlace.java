package io.flowsweep.runtime.place;

import io.flowsweep.codec.CodecException;
import io.flowsweep.codec.Json;
import io.flowsweep.codec.ValueCodec;
import io.flowsweep.events.Failure;
import io.flowsweep.executor.limits.LimitedProcess;
import io.flowsweep.os.ProcessTree;
import io.flowsweep.plan.DependencyPlan;
import io.flowsweep.plan.RulesPlan;
import io.flowsweep.runtime.log.HostLog;
import io.flowsweep.runtime.task.TaskOrder;
import io.flowsweep.runtime.task.TaskResult;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Carries out tasks in a JVM of its own, started by this host: orders go to its standard input, a line of JSON each, and
 * results come back from its standard output.
 */
final class ProcessPlace implements TaskPlace {

    private final LimitedProcess limited;
    private final Process process;
    private final long memoryBytes;
    private final Writer orders;
    private final Map<String, String> environment;
    private final Optional<DependencyPlan> libraries;
    private final HostLog log;
    private volatile Attempt attempt;
    private volatile boolean ended;

    /**
     * @param memoryBytes what the process was given
     * @param rules those of the tasks that it was started for
     */
    ProcessPlace(LimitedProcess limited, long memoryBytes, RulesPlan rules, HostLog log) {
        this.limited = limited;
        this.process = limited.process();
        this.memoryBytes = memoryBytes;
        this.log = log;
        this.environment = rules.environment();
        this.libraries = rules.dependencies();
        this.orders = process.outputWriter(StandardCharsets.UTF_8);
        Thread reader = new Thread(this::read, "flowsweep-task-results");
        reader.setDaemon(true);
        reader.start();
    }

    @Override
    public boolean suits(RulesPlan rules) {
        return environment.equals(rules.environment()) && libraries.equals(rules.dependencies());
    }

    @Override
    public void begin(TaskOrder task, RulesPlan rules, boolean alone, Consumer<TaskResult> done) {
        attempt = Attempt.start(task, rules, log, done);
        if (attempt.hasEnded()) {
            return;
        }
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

    private void read() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int mark = line.indexOf(TaskHostMain.MARK);
                if (mark != 0) { // belongs to the run's output
                    System.out.println(mark < 0 ? line : line.substring(0, mark));
                }
                if (mark >= 0) {
                    hear(line.substring(mark + TaskHostMain.MARK.length()));
                }
            }
        } catch (IOException | CodecException e) {
            close();
        }
        lost();
    }

    private void hear(String told) {
        if (told.equals(TaskHostMain.BEGUN)) {
            attempt.limit(this::close);
        } else {
            TaskResult result = ValueCodec.decode(TaskResult.class, Json.parse(told));
            attempt.end(result.explained(memoryBytes));
        }
    }

    /** The process is gone; what it was doing has failed. */
    private void lost() {
        ended = true;
        int code = process.onExit().join().exitValue();
        Attempt last = attempt;
        if (last != null) {
            TaskResult result = TaskResult.failed(failure(code)).withUsage(limited.usage());
            last.end(result.explained(memoryBytes));
        }
    }

    private Failure failure(int code) {
        if (limited.overrun().isPresent()) {
            return Failure.of(Failure.OUT_OF_MEMORY, limited.overrun().get().message());
        }
        return switch (code) {
            case TaskHostMain.OUT_OF_MEMORY ->
                Failure.of(Failure.OUT_OF_MEMORY, "the task needed more heap than its process had");
            case TaskHostMain.EXITED -> Failure.of(Failure.EXIT, "the JVM was told to exit while the task ran");
            default -> Failure.of(Failure.KILLED, "the task's process ended with code " + code);
        };
    }
}
