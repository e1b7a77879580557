package io.flowsweep.runtime;

import io.flowsweep.events.Failure;
import io.flowsweep.events.RunEvent.HostEnded;
import io.flowsweep.events.RunSettings;
import io.flowsweep.events.RunState;
import io.flowsweep.executor.HostResources;
import io.flowsweep.executor.admission.Need;
import io.flowsweep.executor.limits.OwnUsage;
import io.flowsweep.store.StoreLocation;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A run in a process that is its host: carried out here and in processes that this one starts for tasks. When the process
 * has to end before the run does, the reason is put on record.
 */
final class HostRun implements RunExecution.PlacesFactory {

    private final RunLogs logs;
    private final int host;
    private final TaskOutput printed;
    private final RunExecution run;
    private volatile String activeStep = "";

    /**
     * @param printed what the run prints; closed when the process ends early
     * @param usage what this process takes for the run
     */
    HostRun(RunLogs logs, int host, TaskOutput printed, OwnUsage usage) {
        this.logs = logs;
        this.host = host;
        this.printed = printed;
        System.setProperty(StoreLocation.OF_THE_RUN, logs.store().uri().getPath());
        this.run = RunExecution.in(logs, host, this, Optional.of(usage));
    }

    /** See {@link RunExecution#execute}. */
    HostEnded execute() {
        return run.execute();
    }

    /** The run has taken too long: says so, and ends this process. Does nothing when the run has just ended. */
    void timeOut(long limitMillis) {
        HostEnded end = run.end(RunState.TIMED_OUT, Optional.of(Timeouts.failure(limitMillis)));
        if (end.state() == RunState.TIMED_OUT) {
            printed.close();
            halt();
        }
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
                        "exit",
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

    @Override
    public Places places(TaskBodies bodies, HostLog log) {
        TaskPlace own = new ThreadPlace(bodies.own(), log, false, new Consumer<>() {
            @Override
            public void accept(String step) {
                activeStep = step;
            }
        });
        long memory = Long.getLong("flowsweep.host.memory", 0);
        RunSettings settings = logs.request().settings();
        Need need = TaskNeed.of(logs.request().plan(), settings, memory, false);
        TaskProcesses processes = new TaskProcesses(logs, host, log, HostResources.of(need.cpus(), memory));
        return new HostPlaces(own, processes, need, settings.maxWorkers());
    }
}
