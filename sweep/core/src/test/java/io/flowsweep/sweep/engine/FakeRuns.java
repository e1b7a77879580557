package io.flowsweep.sweep.engine;

import io.flowsweep.events.RunState;
import io.flowsweep.sweep.space.Variant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Runs that end when the test says so. */
final class FakeRuns implements RunLauncher {

    /** What a test sees of a run. */
    final class FakeRun implements LaunchedRun {

        final Variant variant;
        private final CompletableFuture<RunResult> result = new CompletableFuture<>();

        private FakeRun(Variant variant) {
            this.variant = variant;
        }

        void end(RunState state, String... warnings) {
            Map<String, Double> metrics =
                    state == RunState.SUCCEEDED ? Map.of("perf", 1.0 * variant.index()) : Map.of();
            Optional<String> failure = state == RunState.SUCCEEDED ? Optional.empty() : Optional.of("it " + state);
            result.complete(new RunResult(state, metrics, List.of(), 1, failure, List.of(warnings)));
        }

        @Override
        public String id() {
            return "run-" + variant.index();
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
    public LaunchedRun launch(Variant variant, Consumer<String> announced) {
        beforeLaunch.accept(variant);
        FakeRun run = new FakeRun(variant);
        announced.accept(run.id());
        launched.add(run);
        return run;
    }

    /** The next run in the order of launching; waits for it. */
    FakeRun next() throws InterruptedException {
        FakeRun run = launched.poll(30, TimeUnit.SECONDS);
        if (run == null) {
            throw new AssertionError("no run was launched");
        }
        return run;
    }

    boolean noneWaiting() {
        return launched.isEmpty();
    }
}
