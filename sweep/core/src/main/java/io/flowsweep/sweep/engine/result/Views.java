package io.flowsweep.sweep.engine.result;

import io.flowsweep.client.MetricValue;
import io.flowsweep.client.Run;
import io.flowsweep.sweep.events.MetricColumn;
import io.flowsweep.sweep.events.SweepEvent;
import io.flowsweep.sweep.events.SweepEvent.MetricReported;
import io.flowsweep.sweep.events.SweepEvent.OfTrial;
import io.flowsweep.sweep.events.SweepEvent.SweepStarted;
import io.flowsweep.sweep.events.SweepEvent.VariantDetached;
import io.flowsweep.sweep.events.SweepEvent.VariantFinished;
import io.flowsweep.sweep.events.SweepEvent.VariantReused;
import io.flowsweep.sweep.spec.MetricSpec;
import io.flowsweep.sweep.spec.SweepSpec;
import io.flowsweep.sweep.variant.ValueHash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * How a sweep looks at its runs: metrics, objective and baseline. Another view of the same runs reruns nothing. Thread-safe.
 */
public final class Views {

    private final SweepSpec spec;
    private final MetricReader reader;
    private final List<String> warnings = new ArrayList<>();
    private final ToldCauses causes = new ToldCauses();

    public Views(SweepSpec spec) {
        this.spec = spec;
        this.reader = new MetricReader(spec.views().metrics());
    }

    /** Tells how metrics are read from runs: equal texts, equal metrics. */
    public String text() {
        List<Object> parts = new ArrayList<>();
        for (MetricSpec metric : spec.views().metrics()) {
            parts.add(List.of(
                    metric.name(),
                    metric.source().name(),
                    metric.of(),
                    metric.reduce().toString()));
        }
        return ValueHash.of(parts);
    }

    /** In the order of the file. */
    public List<MetricColumn> columns() {
        return spec.views().metrics().stream().map(Views::column).toList();
    }

    private static MetricColumn column(MetricSpec metric) {
        return new MetricColumn(metric.name(), metric.unit(), metric.goal(), metric.reportedAs());
    }

    /** The values that the others are compared with; absent when none are named. */
    public Optional<Map<String, Object>> baseline() {
        return Optional.of(spec.views().baseline()).filter(values -> !values.isEmpty());
    }

    /** A sweep as it would have begun with this view. */
    public SweepStarted of(SweepStarted start) {
        return start.viewed(columns(), spec.views().objective(), baseline(), text());
    }

    /**
     * Hands on an event as it would be with this view. Where its metrics were read in another way, they are read again from the
     * store.
     *
     * @param start the sweep as it began
     * @param runs finds a run by its flow's name and its id
     */
    public void look(
            SweepEvent event,
            SweepStarted start,
            BiFunction<String, String, Optional<Run>> runs,
            Consumer<SweepEvent> listener) {
        if (event instanceof SweepStarted started) {
            listener.accept(of(started));
        } else if (start.views().equals(Optional.of(text()))) {
            listener.accept(event);
        } else if (event instanceof VariantFinished end) {
            Optional<Run> run = runs.apply(start.flow(), end.run());
            run.ifPresent(r -> reported(end, end.run(), r, listener));
            listener.accept(run.map(r -> end.withMetrics(metrics(r))).orElse(end));
        } else if (event instanceof VariantReused reused) {
            Optional<Run> run = runs.apply(start.flow(), reused.run());
            run.ifPresent(r -> reported(reused, reused.run(), r, listener));
            listener.accept(run.map(r -> reused.withMetrics(metrics(r))).orElse(reused));
        } else if (event instanceof VariantDetached detached) {
            Optional<Run> run = runs.apply(start.flow(), detached.run());
            listener.accept(run.map(r -> detached.withMetrics(metrics(r))).orElse(detached));
        } else if (!(event instanceof MetricReported)) {
            listener.accept(event);
        }
    }

    /** What could not be read so far, one sentence each. */
    public List<String> warnings() {
        synchronized (warnings) {
            return List.copyOf(warnings);
        }
    }

    private Map<String, Double> metrics(Run run) {
        if (!RunResult.hasValues(run.state())) {
            return Map.of();
        }
        List<String> missing = new ArrayList<>();
        Map<String, Double> metrics = reader.read(run, missing);
        synchronized (warnings) {
            missing.stream().filter(causes::isNew).forEach(warnings::add);
        }
        return metrics;
    }

    private void reported(OfTrial trial, String runId, Run run, Consumer<SweepEvent> listener) {
        for (MetricValue value : reader.reported(run)) {
            Instant at = value.at();
            listener.accept(new MetricReported(
                    at, trial.variant(), trial.repeat(), runId, value.metric(), value.step(), value.value()));
        }
    }
}
