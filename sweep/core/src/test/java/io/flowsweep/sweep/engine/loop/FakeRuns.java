package io.flowsweep.sweep.engine.loop;

import io.flowsweep.events.RunState;
import io.flowsweep.sweep.engine.result.RunResult;
import io.flowsweep.sweep.engine.run.Effort;
import io.flowsweep.sweep.engine.run.LaunchedRun;
import io.flowsweep.sweep.engine.run.RunLauncher;
import io.flowsweep.sweep.engine.trial.Trial;
import io.flowsweep.sweep.events.FailureKind;
import io.flowsweep.sweep.variant.Variant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Runs of an hour on one processor that end when the test says so. */
final class FakeRuns implements RunLauncher {

    /** What a test sees of a run. */
    final class FakeRun implements LaunchedRun {

        final Variant variant;
        final Effort effort;
        private final CompletableFuture<RunResult> result = new CompletableFuture<>();

        private FakeRun(Variant variant, Effort effort) {
            this.variant = variant;
            this.effort = effort;
        }

        void end(RunState state, String... warnings) {
            end(state, FailureKind.USER, warnings);
        }

        void end(RunState state, FailureKind kind, String... warnings) {
            Map<String, Double> metrics =
                    state == RunState.SUCCEEDED ? Map.of("perf", 1.0 * variant.index()) : Map.of();
            Optional<String> failure = state == RunState.SUCCEEDED ? Optional.empty() : Optional.of("it " + state);
            result.complete(new RunResult(
                    state, metrics, List.of(), 3600, failure, failure.map(f -> kind), 1, MEMORY, List.of(warnings)));
        }

        @Override
        public String id() {
            return "run-" + variant.index() + "-" + effort.attempt();
        }

        @Override
        public CompletableFuture<RunResult> result() {
            return result;
        }

        @Override
        public void terminate() {
            end(RunState.TERMINATED);
        }
    }

    /** What every fake run has had. */
    static final long MEMORY = 1L << 30;

    private final BlockingQueue<FakeRun> launched = new LinkedBlockingQueue<>();
    private final Consumer<Variant> beforeLaunch;

    FakeRuns() {
        this(variant -> {});
    }

    /** @param beforeLaunch may throw what a launch may throw */
    FakeRuns(Consumer<Variant> beforeLaunch) {
        this.beforeLaunch = beforeLaunch;
    }

    @Override
    public LaunchedRun launch(Trial trial, Effort effort, Consumer<String> announced) {
        beforeLaunch.accept(trial.variant());
        FakeRun run = new FakeRun(trial.variant(), effort);
        announced.accept(run.id());
        launched.add(run);
        return run;
    }

    /** The next run in the order of launching; waits for it. */
    FakeRun next() throws InterruptedException {
        FakeRun run = launched.poll(400, TimeUnit.SECONDS);
        if (run == null) {
            throw new AssertionError("no run was launched");
        }
        return run;
    }

    boolean noneWaiting() {
        return launched.isEmpty();
    }
}
