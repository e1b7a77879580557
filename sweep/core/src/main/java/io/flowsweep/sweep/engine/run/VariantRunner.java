package io.flowsweep.sweep.engine.run;

import io.flowsweep.client.MetricValue;
import io.flowsweep.errors.FlowSweepException;
import io.flowsweep.runner.ExecutingRun;
import io.flowsweep.sweep.engine.result.RunResult;
import io.flowsweep.sweep.engine.result.RunResults;
import io.flowsweep.sweep.engine.trial.Trial;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Runs trials through {@link io.flowsweep.runner.Runner}. */
public final class VariantRunner implements RunLauncher {

    private final VariantRunners runners;
    private final RunResults results;

    public VariantRunner(VariantRunners runners, RunResults results) {
        this.runners = runners;
        this.results = results;
    }

    @Override
    public LaunchedRun launch(Trial trial, Effort effort, Consumer<String> announced) {
        ExecutingRun run = runners.start(trial, effort, announced);
        CompletableFuture<RunResult> result = run.completion().thenApply(state -> result(run));
        return new LaunchedRun() {
            @Override
            public String id() {
                return run.id();
            }

            @Override
            public List<MetricValue> reported() {
                return results.reported(run.runAsOwned());
            }

            @Override
            public CompletableFuture<RunResult> result() {
                return result;
            }

            @Override
            public void terminate() {
                run.terminate();
            }
        };
    }

    @Override
    public boolean runsReport() {
        return results.readsReported();
    }

    private RunResult result(ExecutingRun run) {
        try {
            return results.of(run.runAsOwned());
        } catch (FlowSweepException e) {
            return RunResult.unreadable("its results cannot be read: " + e.getMessage());
        }
    }
}
