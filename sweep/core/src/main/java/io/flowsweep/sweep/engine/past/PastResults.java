package io.flowsweep.sweep.engine.past;

import io.flowsweep.client.Client;
import io.flowsweep.client.Run;
import io.flowsweep.events.PythonSettings;
import io.flowsweep.sweep.engine.result.RunResults;
import io.flowsweep.sweep.events.SweepEvent;
import io.flowsweep.sweep.events.TrialId;
import io.flowsweep.sweep.variant.Variant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Holds results on record against a sweep as it is now. */
public final class PastResults {

    private final Client client;
    private final RunResults results;
    private final String views;
    private final CodeNow code;
    private final Function<Variant, Map<String, Object>> configs;
    private final Function<Variant, Optional<PythonSettings>> pythons;
    private final Set<String> bound;
    private final boolean curves;

    /**
     * @param views tells how the sweep reads its metrics now
     * @param code as it is now
     * @param configs what the flow sees of a variant now: its configs by name
     * @param pythons what Python a variant asks for now
     * @param bound paths of the configs whose values make no difference
     * @param curves whether a chart draws what runs have reported on the way
     */
    public PastResults(
            Client client,
            RunResults results,
            String views,
            CodeNow code,
            Function<Variant, Map<String, Object>> configs,
            Function<Variant, Optional<PythonSettings>> pythons,
            Set<String> bound,
            boolean curves) {
        this.client = client;
        this.results = results;
        this.views = views;
        this.code = code;
        this.configs = configs;
        this.pythons = pythons;
        this.bound = bound;
        this.curves = curves;
    }

    /**
     * The run with the metrics that the sweep has now, read again from the store unless they are as they were.
     *
     * @param warnings of each that is missing gets why
     */
    PastRun viewed(PastRun past, Collection<String> warnings) {
        if (past.made().views().equals(Optional.of(views)) || !past.hasValues()) {
            return past;
        }
        return run(past)
                .map(run -> past.withMetrics(results.metrics(run, warnings)))
                .orElse(past);
    }

    /** What a run has reported on the way, as of a trial that reuses it; nothing when no chart draws it. */
    List<SweepEvent> reported(TrialId trial, PastRun past) {
        return curves ? run(past).map(run -> results.reported(trial, run)).orElse(List.of()) : List.of();
    }

    /** What is different now, for people: {@code code: Digits.java}, or {@code depth 2→4}; empty when nobody can tell. */
    Optional<String> difference(Variant variant, PastRun past) {
        if (!past.made().code().equals(Optional.of(code.digest()))) {
            return Optional.of("code: " + code.difference(run(past)));
        }
        Optional<Run> run = run(past);
        return run.map(before -> difference(before.configs(), configs.apply(variant)))
                .filter(text -> !text.isEmpty())
                .or(() -> run.map(
                        before -> PythonDifference.between(before.surroundings().python(), pythons.apply(variant))))
                .filter(text -> !text.isEmpty());
    }

    private Optional<Run> run(PastRun past) {
        return client.runOf(past.made().flow(), past.run());
    }

    /** The paths of a config that is the only one are without its name. */
    private String difference(Map<String, Object> before, Map<String, Object> now) {
        boolean one = before.size() == 1 && before.keySet().equals(now.keySet());
        return one
                ? ConfigDifference.between(
                        before.values().iterator().next(),
                        now.values().iterator().next(),
                        bound)
                : ConfigDifference.between(before, now, bound);
    }
}
