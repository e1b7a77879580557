package io.flowsweep.cli.drive;

import io.flowsweep.cli.output.ProgressLine;
import io.flowsweep.cli.output.Screen;
import io.flowsweep.cli.output.Texts;
import io.flowsweep.sweep.events.SweepEvent;
import io.flowsweep.sweep.events.SweepEvent.AttemptFailed;
import io.flowsweep.sweep.events.SweepEvent.MachineFound;
import io.flowsweep.sweep.events.SweepEvent.SweepStarted;
import io.flowsweep.sweep.events.SweepEvent.VariantFinished;
import io.flowsweep.sweep.events.SweepEvent.VariantSkipped;
import io.flowsweep.sweep.events.SweepEvent.VariantStarted;
import io.flowsweep.sweep.events.SweepEvent.VariantsAdded;
import io.flowsweep.sweep.events.SweepEvent.Warned;
import io.flowsweep.sweep.events.TrialId;
import io.flowsweep.sweep.results.SweepSummary;
import io.flowsweep.threads.Daemons;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A sweep under way, for people. On a terminal one live line, redrawn at most 10 times a second, with every new kind of
 * failure printed above it; without a terminal one line for each variant that has ended.
 */
final class ProgressView implements Consumer<SweepEvent>, AutoCloseable {

    private static final long PERIOD_MILLIS = 100;

    private final Screen screen;
    private final CompletableFuture<Supplier<SweepSummary>> summary = new CompletableFuture<>();
    private final Map<TrialId, String> names = new HashMap<>();
    private final Set<String> failures = new HashSet<>();
    private final Set<String> reasons = new HashSet<>();
    private final ScheduledExecutorService redraw =
            Executors.newSingleThreadScheduledExecutor(Daemons.named("flowsweep-progress"));
    private Optional<SweepStarted> sweep = Optional.empty();
    private long startNanos;
    private volatile boolean ending;

    ProgressView(Screen screen) {
        this.screen = screen;
    }

    @Override
    public void accept(SweepEvent event) {
        if (event instanceof SweepStarted started) {
            start(started);
        } else if (event instanceof AttemptFailed failed) {
            show(
                    names.get(failed.trial()) + " failed and is tried again"
                            + failed.next().map(more -> " with " + more).orElse("") + ": " + failed.failure(),
                    Optional.empty());
        } else if (event instanceof MachineFound machine) {
            screen.print(EventText.machine(machine));
        } else if (event instanceof VariantStarted started) {
            names.put(started.trial(), started.name());
        } else if (event instanceof VariantFinished finished) {
            String text = EventText.ended(finished, names.remove(finished.trial()), sweep.orElseThrow());
            show(text, finished.failure());
        } else if (event instanceof VariantSkipped skipped) {
            boolean told = !reasons.add(skipped.reason());
            show(
                    skipped.name() + " skipped: " + (told ? "as before" : skipped.reason()),
                    Optional.of(skipped.reason()));
        } else if (event instanceof VariantsAdded added) {
            screen.print("added " + Texts.count(added.points().size(), "variant") + " from outside");
        } else if (event instanceof Warned warned) {
            screen.print("warning: " + warned.message());
        }
    }

    /** Says where the counts come from; events wait for it. */
    void follow(Supplier<SweepSummary> counts) {
        summary.complete(counts);
    }

    /** No more variants will be started. */
    void ending() {
        ending = true;
    }

    /** Takes the live line away and ends the redrawing. */
    @Override
    public void close() {
        redraw.shutdownNow();
        screen.live("");
    }

    private void start(SweepStarted started) {
        sweep = Optional.of(started);
        startNanos = System.nanoTime();
        screen.print(EventText.started(started));
        if (screen.terminal().interactive()) {
            redraw.scheduleAtFixedRate(this::draw, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void show(String text, Optional<String> failure) {
        if (!screen.terminal().interactive()) {
            SweepSummary counts = summary.join().get();
            screen.print("[" + counts.done() + "/" + counts.trials() + "] " + text);
        } else if (failure.isPresent() && failures.add(failure.get())) {
            screen.print(text);
        }
    }

    private void draw() {
        Duration elapsed = Duration.ofNanos(System.nanoTime() - startNanos);
        screen.live(ProgressLine.render(
                summary.join().get(),
                ending,
                elapsed,
                Instant.now(),
                screen.terminal().width()));
    }
}
