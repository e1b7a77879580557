package io.flowsweep.sweep.engine.result;

import io.flowsweep.client.Client;
import io.flowsweep.client.Run;
import io.flowsweep.client.Step;
import io.flowsweep.events.RunState;
import io.flowsweep.runtime.task.Scratch;
import io.flowsweep.store.ThisMachine;
import io.flowsweep.sweep.events.SweepEvent.VariantStarted;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * What became of the runs of a driver that died. Their hosts notice its death and end within moments; one that had finished
 * its work before that has put it on record, and such a run counts like any other.
 */
public final class OpenRuns {

    /** Within which a host has noticed that its driver is gone; after it, nothing more is expected. */
    private static final Duration LIMIT = Duration.ofSeconds(15);

    private static final long POLL_NANOS = 20_000_000;

    private final Client client;
    private final String flow;
    private final RunResults results;
    private final boolean driven;

    /** @param driven whether runs end with their driver; else they go on, and somebody will wait for them */
    public OpenRuns(Client client, String flow, RunResults results, boolean driven) {
        this.client = client;
        this.flow = flow;
        this.results = results;
        this.driven = driven;
    }

    /** What came of a run. */
    public RunResult result(Run run) {
        return results.of(run);
    }

    /** The run as it stands when nothing of it lives any more; empty when it never came on record. */
    public Optional<Run> settled(VariantStarted start) {
        long end = System.nanoTime() + LIMIT.toNanos();
        Optional<Run> run = client.runOf(flow, start.run());
        while (driven && run.isPresent() && mayGoOn(run.get()) && System.nanoTime() < end) {
            LockSupport.parkNanos(POLL_NANOS);
            run = client.runOf(flow, start.run());
        }
        if (driven) {
            Scratch.removeOf(start.run());
        }
        return run;
    }

    /** Whether a run that was lost has finished some of its tasks, so that another one may go on from there. */
    public static boolean hasFinishedTasks(Run run) {
        return run.steps().stream()
                .map(Step::tasks)
                .anyMatch(tasks -> tasks.stream().anyMatch(task -> task.state() == RunState.SUCCEEDED));
    }

    private static boolean mayGoOn(Run run) {
        boolean hasEnd = run.state().ended() && run.state() != RunState.LOST;
        return !hasEnd && run.hostPids().stream().anyMatch(ThisMachine::lives);
    }
}
