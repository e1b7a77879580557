package io.flowsweep.sweep.engine.loop;

import io.flowsweep.client.MetricValue;
import io.flowsweep.sweep.engine.run.Effort;
import io.flowsweep.sweep.engine.run.LaunchedRun;
import io.flowsweep.sweep.engine.trial.Trial;
import io.flowsweep.threads.Daemons;
import java.util.HashSet;
import java.util.Set;

/** One run of a trial under way, as its engine sees it. Confined to one thread. */
final class Flight {

    private final Trial trial;
    private final Effort effort;
    private final LaunchedRun run;
    private final Set<MetricValue> reported = new HashSet<>();
    private boolean cancelled;

    Flight(Trial trial, Effort effort, LaunchedRun run) {
        this.trial = trial;
        this.effort = effort;
        this.run = run;
    }

    Trial trial() {
        return trial;
    }

    Effort effort() {
        return effort;
    }

    LaunchedRun run() {
        return run;
    }

    /** Notes a value that the run has reported; false when it was noted before. */
    boolean addReported(MetricValue value) {
        return reported.add(value);
    }

    /** Whether somebody has asked for the end of just this run: it is not tried again. */
    boolean isCancelled() {
        return cancelled;
    }

    /** Ends the run, and has it not tried again. Returns at once. */
    void cancel() {
        cancelled = true;
        terminate();
    }

    /** Ends the run, as far as it has not ended. Returns at once. */
    void terminate() {
        Daemons.start("flowsweep-terminate-" + run.id(), run::terminate);
    }
}
