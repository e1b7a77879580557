package io.flowsweep.sweep.engine;

import io.flowsweep.client.Run;
import io.flowsweep.errors.FlowSweepException;
import io.flowsweep.events.Failure;
import io.flowsweep.events.RunState;
import io.flowsweep.executor.admission.Admission;
import io.flowsweep.runner.ExecutingRun;
import io.flowsweep.sweep.events.FailureKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Runs trials through {@link io.flowsweep.runner.Runner}. */
final class VariantRunner implements RunLauncher {

    private final VariantRunners runners;
    private final MetricReader metrics;

    VariantRunner(VariantRunners runners, MetricReader metrics) {
        this.runners = runners;
        this.metrics = metrics;
    }

    @Override
    public LaunchedRun launch(Trial trial, Effort effort, Consumer<String> announced) {
        ExecutingRun run = runners.start(trial, effort, announced);
        CompletableFuture<RunResult> result = run.completion().thenApply(state -> result(run::run));
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

    /** What came of a run that has ended. */
    RunResult result(Supplier<Run> ended) {
        try {
            Run run = ended.get();
            List<String> warnings = new ArrayList<>();
            RunState state = run.state();
            boolean hasValues = state == RunState.SUCCEEDED || state == RunState.STOPPED;
            int cpus = run.plan().resources().cpu();
            return new RunResult(
                    state,
                    hasValues ? metrics.read(run, warnings) : Map.of(),
                    metrics.reported(run),
                    run.duration().toNanos() / 1e9,
                    run.failure(),
                    run.failure().map(why -> kind(run)),
                    cpus,
                    run.plan()
                            .resources()
                            .memoryBytes()
                            .orElseGet(() -> Admission.ofThisMachine().fairMemoryBytes(cpus)),
                    warnings);
        } catch (FlowSweepException e) {
            return RunResult.unreadable("its results cannot be read: " + e.getMessage());
        }
    }

    private static FailureKind kind(Run run) {
        Optional<Failure> failure = run.failureDetails();
        return FailureKind.of(run.state(), failure.orElseGet(() -> Failure.of("host", "")));
    }
}
