package io.flowsweep.plots.statistics;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one variant measured, repeat by repeat. The unit of replication is the repeat: many values of one run are one
 * repeat, summarised before.
 *
 * @param name the variant's
 * @param values finite, by the seed or the number of the repeat; immutable, in the order given
 */
public record Repeats(String name, Map<Object, Double> values) {

    /** @throws IllegalArgumentException when a value is not finite */
    public Repeats {
        values.forEach((repeat, value) -> {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("repeats have finite values, but repeat " + repeat + " of " + name
                        + " has " + value + ". Leave it out");
            }
        });
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** All values. */
    public double[] toArray() {
        return values.values().stream().mapToDouble(v -> v).toArray();
    }

    /**
     * Compares pair by pair when both have the same seeds, or share at least two and all of one's; else as independent
     * samples.
     *
     * @throws IllegalArgumentException when one has no value
     */
    public Comparison compare(Repeats other) {
        Object[] shared =
                values.keySet().stream().filter(other.values::containsKey).toArray();
        int smaller = Math.min(values.size(), other.values.size());
        if (shared.length == smaller && (smaller > 1 || values.keySet().equals(other.values.keySet()))) {
            return Comparison.paired(at(shared), other.at(shared));
        }
        return Comparison.unpaired(toArray(), other.toArray());
    }

    private double[] at(Object[] seeds) {
        return Arrays.stream(seeds).mapToDouble(values::get).toArray();
    }
}
