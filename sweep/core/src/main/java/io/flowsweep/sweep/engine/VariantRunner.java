package io.flowsweep.sweep.engine;

import io.flowsweep.client.Run;
import io.flowsweep.errors.FlowSweepException;
import io.flowsweep.events.RunState;
import io.flowsweep.runner.ExecutingRun;
import io.flowsweep.runner.Runner;
import io.flowsweep.sweep.space.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/** Runs variants through {@link Runner}. */
final class VariantRunner implements RunLauncher {

    private final Function<Variant, Runner> runners;
    private final MetricReader metrics;

    /** @param runners gives the runner of a variant, all settings made */
    VariantRunner(Function<Variant, Runner> runners, MetricReader metrics) {
        this.runners = runners;
        this.metrics = metrics;
    }

    @Override
    public LaunchedRun launch(Variant variant, Consumer<String> announced) {
        ExecutingRun run = runners.apply(variant).start(announced);
        CompletableFuture<RunResult> result = run.completion().thenApply(state -> result(run, state));
        return new LaunchedRun() {
            @Override
            public String id() {
                return run.id();
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

    private RunResult result(ExecutingRun executing, RunState state) {
        try {
            Run run = executing.run();
            List<String> warnings = new ArrayList<>();
            boolean hasValues = state == RunState.SUCCEEDED || state == RunState.STOPPED;
            return new RunResult(
                    state,
                    hasValues ? metrics.read(run, warnings) : Map.of(),
                    metrics.reported(run),
                    run.duration().toNanos() / 1e9,
                    run.failure(),
                    warnings);
        } catch (FlowSweepException e) {
            String failure = "its results cannot be read: " + e.getMessage();
            return new RunResult(RunState.FAILED, Map.of(), List.of(), 0, Optional.of(failure), List.of());
        }
    }
}
