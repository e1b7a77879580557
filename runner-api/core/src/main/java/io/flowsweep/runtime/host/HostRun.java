package io.flowsweep.runtime.host;

import io.flowsweep.events.Failure;
import io.flowsweep.events.RunState;
import io.flowsweep.os.OwnUsage;
import io.flowsweep.os.ProcessTree;
import io.flowsweep.runtime.RunExecution;
import io.flowsweep.runtime.log.RunLogs;
import io.flowsweep.runtime.task.Scratch;
import io.flowsweep.runtime.task.TaskOutput;
import io.flowsweep.runtime.time.Timeouts;
import io.flowsweep.store.StoreLocation;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A run in a process that is its host: carried out here and in processes that this one starts for tasks. When the process
 * has to end before the run does, the reason is put on record.
 */
final class HostRun {

    private final RunLogs logs;
    private final TaskOutput printed;
    private final RunExecution run;
    private volatile String activeStep = "";

    /**
     * @param printed what the run prints; closed when the process ends early
     * @param usage what this process takes for the run
     */
    HostRun(RunLogs logs, int host, TaskOutput printed, OwnUsage usage) {
        this.logs = logs;
        this.printed = printed;
        Consumer<String> active = new Consumer<>() {
            @Override
            public void accept(String step) {
                activeStep = step;
            }
        };
        System.setProperty(StoreLocation.OF_THE_RUN, logs.store().uri().getPath());
        this.run = RunExecution.inProcess(logs, host, active, usage);
    }

    /** See {@link RunExecution#execute}. Does not return when the run has taken too long: this process ends with it. */
    RunState execute() {
        RunState state = run.execute();
        if (state == RunState.TIMED_OUT) {
            tookTooLong(); // as the clock is about to: until then nobody may give this process another run
        }
        return state;
    }

    /** The run has taken too long: says so, and ends this process. Does nothing when the run has just ended. */
    void timeOut(long limitMillis) {
        if (run.end(RunState.TIMED_OUT, Optional.of(Timeouts.failure(limitMillis))) == RunState.TIMED_OUT) {
            tookTooLong();
        }
    }

    private void tookTooLong() {
        printed.close();
        halt();
    }

    /** This process is about to exit. A normal end is on record by then; otherwise the flow itself has asked for it, or a signal has. */
    void noteExit() {
        printed.close();
        if (run.hasEnded()) {
            return;
        }
        if (Signals.endThisProcess()) {
            ProcessTree.killChildren(); // and the owner reads the signal from the exit code
            return;
        }
        String step = activeStep;
        run.end(
                RunState.FAILED,
                Optional.of(Failure.of(
                        Failure.EXIT,
                        "the JVM was told to exit" + (step.isEmpty() ? "" : " while the step " + step + " ran"))));
        ProcessTree.killChildren();
    }

    /**
     * The owner is gone: ends this process and puts nothing on record any more, else a flow that waits for a child would be
     * told its end, and go on to succeed.
     */
    void abandon() {
        run.abandon();
        halt();
    }

    private void halt() {
        ProcessTree.halt(() -> Scratch.removeForGood(logs.request().run()));
    }

    /** The process that answers for the run. */
    long ownerPid() {
        return run.ownerPid();
    }
}
