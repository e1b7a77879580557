package io.flowsweep.sweep.results;

import io.flowsweep.events.RunState;
import io.flowsweep.sweep.events.MetricColumn;
import io.flowsweep.sweep.events.SweepEvent;
import io.flowsweep.sweep.events.SweepEvent.SweepFinished;
import io.flowsweep.sweep.events.SweepEvent.SweepStarted;
import io.flowsweep.sweep.events.SweepEvent.VariantFinished;
import io.flowsweep.sweep.events.SweepEvent.VariantSkipped;
import io.flowsweep.sweep.events.SweepEvent.VariantStarted;
import io.flowsweep.sweep.file.MetricSpec.Goal;
import io.flowsweep.sweep.results.SweepSummary.Best;
import io.flowsweep.sweep.results.SweepSummary.FailureGroup;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Counts what the events of a sweep say; each event costs O(1), so that a progress line may be drawn from it at any time.
 * Thread-safe.
 */
public final class SweepTally {

    private SweepStarted sweep;
    private Optional<MetricColumn> objective = Optional.empty();
    private final Map<Long, String> running = new HashMap<>();
    private final Map<String, FailureGroup> failures = new LinkedHashMap<>();
    private long succeeded;
    private long failed;
    private long terminated;
    private Best best;
    private Instant last = Instant.EPOCH;
    private SweepFinished finished;

    /** Takes an event into account; a sweep's first is {@link SweepStarted}. */
    public synchronized void accept(SweepEvent event) {
        last = event.at();
        if (event instanceof SweepStarted started) {
            sweep = started;
            objective = started.objective()
                    .flatMap(name -> started.metrics().stream()
                            .filter(m -> m.name().equals(name))
                            .findFirst());
        } else if (event instanceof VariantStarted started) {
            running.put(started.variant(), started.name());
        } else if (event instanceof VariantFinished ended) {
            count(ended, Optional.ofNullable(running.remove(ended.variant())).orElse("variant " + ended.variant()));
        } else if (event instanceof VariantSkipped skipped) {
            running.remove(skipped.variant());
            failed++;
            group(skipped.reason(), skipped.name(), Optional.empty());
        } else if (event instanceof SweepFinished end) {
            finished = end;
        }
    }

    /**
     * The counts as they stand now.
     *
     * @throws IllegalStateException when no sweep has started yet
     */
    public synchronized SweepSummary summary() {
        if (sweep == null) {
            throw new IllegalStateException("a summary needs the sweep's first event");
        }
        List<FailureGroup> groups = failures.values().stream()
                .sorted(Comparator.comparingLong(FailureGroup::count).reversed())
                .toList();
        return new SweepSummary(
                sweep.name(),
                sweep.variants(),
                running.size(),
                succeeded,
                failed,
                terminated,
                Optional.ofNullable(best),
                groups,
                Duration.between(sweep.at(), last),
                Optional.ofNullable(finished).map(SweepFinished::outcome),
                Optional.ofNullable(finished).flatMap(SweepFinished::reason));
    }

    private void count(VariantFinished ended, String name) {
        if (ended.state() == RunState.SUCCEEDED || ended.state() == RunState.STOPPED) {
            succeeded++;
            objective.ifPresent(metric -> compare(metric, ended.metrics().get(metric.name()), name));
        } else if (ended.state() == RunState.TERMINATED) {
            terminated++;
        } else {
            failed++;
            String message = ended.failure().orElse(ended.state().name().toLowerCase(java.util.Locale.ROOT));
            group(message, name, Optional.of(ended.run()));
        }
    }

    private void compare(MetricColumn metric, Double value, String name) {
        if (value == null || value.isNaN() || metric.goal().isEmpty()) {
            return;
        }
        boolean maximize = metric.goal().get() == Goal.MAXIMIZE;
        if (best == null || (maximize ? value > best.value() : value < best.value())) {
            best = new Best(metric.name(), value, metric.unit(), name);
        }
    }

    private void group(String message, String name, Optional<String> run) {
        failures.merge(
                message,
                new FailureGroup(message, 1, name, run),
                (old, one) -> new FailureGroup(message, old.count() + 1, old.example(), old.run()));
    }
}
