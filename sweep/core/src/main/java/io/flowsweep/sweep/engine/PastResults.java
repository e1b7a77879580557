package io.flowsweep.sweep.engine;

import io.flowsweep.client.Client;
import io.flowsweep.client.Run;
import io.flowsweep.sweep.space.Variant;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Holds results on record against a sweep as it is now. */
final class PastResults {

    private final Client client;
    private final RunResults results;
    private final String views;
    private final String code;
    private final Path flow;
    private final Set<String> bound;

    /**
     * @param views tells how the sweep reads its metrics now
     * @param code the digest of the code now
     * @param flow the flow's file
     * @param bound paths of the configs whose values make no difference
     */
    PastResults(Client client, RunResults results, String views, String code, Path flow, Set<String> bound) {
        this.client = client;
        this.results = results;
        this.views = views;
        this.code = code;
        this.flow = flow;
        this.bound = bound;
    }

    /** The run with the metrics that the sweep has now, read again from the store unless they are as they were. */
    PastRun viewed(PastRun past) {
        if (past.made().views().equals(Optional.of(views)) || !past.hasValues()) {
            return past;
        }
        return run(past).map(run -> past.withMetrics(results.metrics(run))).orElse(past);
    }

    /** What is different now, for people: {@code code: Digits.java}, or {@code depth 2→4}; empty when nobody can tell. */
    Optional<String> difference(Variant variant, PastRun past) {
        if (!past.made().code().equals(Optional.of(code))) {
            return Optional.of("code: " + flow.getFileName());
        }
        return run(past).map(run -> difference(run.configs(), variant)).filter(text -> !text.isEmpty());
    }

    private Optional<Run> run(PastRun past) {
        return client.flowNamed(past.made().flow()).run(past.run());
    }

    /** Of the configs that the sweep gives; the paths of the only one are without its name. */
    private String difference(Map<String, Object> before, Variant variant) {
        Map<String, Map<String, Object>> now = variant.configsOf(List.copyOf(before.keySet()));
        Map<String, Object> same = new LinkedHashMap<>(before);
        same.keySet().retainAll(now.keySet());
        boolean one = now.size() == 1 && same.size() == 1;
        return one
                ? ConfigDifference.between(
                        same.values().iterator().next(), now.values().iterator().next(), bound)
                : ConfigDifference.between(same, now, bound);
    }
}
