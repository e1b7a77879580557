package io.flowsweep.sweep.engine.run;

import io.flowsweep.client.MetricValue;
import io.flowsweep.sweep.engine.result.RunResult;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The run of one variant, under way. Thread-safe. */
public interface LaunchedRun {

    /** The run's id in the store. */
    String id();

    /** What it has reported so far of the sweep's metrics, read anew each time. */
    default List<MetricValue> reported() {
        return List.of();
    }

    /** Completes when nothing of the run is left; normally, however the run ended. */
    CompletableFuture<RunResult> result();

    /** What came of it is on record: takes away what was made for it. Called once, by the engine's thread. */
    default void settled() {}

    /** Ends the run with its whole process tree, unless it has ended. Returns when nothing of it is left. */
    void terminate();
}
