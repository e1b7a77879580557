package io.flowsweep.sweep.results;

import io.flowsweep.plots.statistics.Summary;
import io.flowsweep.sweep.events.MetricColumn;
import io.flowsweep.sweep.events.SweepEvent.SweepStarted;
import io.flowsweep.sweep.events.TrialId;
import io.flowsweep.sweep.results.SweepSummary.Best;
import io.flowsweep.sweep.spec.MetricSpec.Goal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The best variant by the objective: by the mean of its repeats so far. Confined to one thread. */
final class BestVariant {

    private record Candidate(String name, Map<Integer, Double> values) {

        double mean() {
            return Summary.of(values.values().stream().mapToDouble(v -> v).toArray())
                    .mean();
        }
    }

    private Optional<MetricColumn> objective = Optional.empty();
    private final Map<Long, Candidate> candidates = new HashMap<>();
    private long bestIndex = -1;
    private double bestMean;

    /** Says what the objective is; values that were given before count no longer when it has changed. */
    void of(SweepStarted sweep) {
        Optional<MetricColumn> metric = sweep.objective()
                .flatMap(name -> sweep.metrics().stream()
                        .filter(m -> m.name().equals(name) && m.goal().isPresent())
                        .findFirst());
        if (!metric.equals(objective)) {
            objective = metric;
            candidates.clear();
            bestIndex = -1;
        }
    }

    /** Takes the metrics of a trial; they replace those it had before. */
    void put(TrialId trial, String name, Map<String, Double> metrics) {
        if (objective.isEmpty()) {
            return;
        }
        Double value = metrics.get(objective.get().name());
        Candidate candidate =
                candidates.computeIfAbsent(trial.variant(), index -> new Candidate(name, new TreeMap<>()));
        candidate.values().remove(trial.repeat());
        if (value != null && !value.isNaN()) {
            candidate.values().put(trial.repeat(), value);
        }
        if (trial.variant() == bestIndex) {
            bestIndex = -1;
            candidates.keySet().forEach(this::compare);
        } else {
            compare(trial.variant());
        }
    }

    Optional<Best> best() {
        return objective
                .filter(metric -> bestIndex >= 0)
                .map(metric -> new Best(
                        metric.name(),
                        bestMean,
                        metric.unit(),
                        candidates.get(bestIndex).name()));
    }

    private void compare(long variant) {
        Candidate candidate = candidates.get(variant);
        if (candidate.values().isEmpty()) {
            return;
        }
        double mean = candidate.mean();
        boolean maximize = objective.orElseThrow().goal().orElseThrow() == Goal.MAXIMIZE;
        if (bestIndex < 0 || (maximize ? mean > bestMean : mean < bestMean)) {
            bestIndex = variant;
            bestMean = mean;
        }
    }
}
