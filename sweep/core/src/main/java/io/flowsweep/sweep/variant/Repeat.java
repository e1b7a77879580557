package io.flowsweep.sweep.variant;

import io.flowsweep.codec.PlainValues;
import java.util.Map;
import java.util.Optional;

/**
 * Which repeat of a variant a run is.
 *
 * @param index from 0
 * @param seed the plain value that the sweep's {@code seed_path} gets; empty when repeats are equal in everything
 */
public record Repeat(int index, Optional<Object> seed) {

    /** The only repeat of a sweep that repeats nothing. */
    public static final Repeat FIRST = new Repeat(0, Optional.empty());

    /** What tells the repeats of one variant apart, in a run's key: the seed, else the index. */
    public String key() {
        return seed.map(value -> "seed=" + PlainValues.text(value)).orElseGet(() -> String.valueOf(index));
    }

    /** What {@code ${repeat.…}} finds. */
    public Map<String, Object> names() {
        return seed.<Map<String, Object>>map(value -> Map.of("index", index, "seed", value))
                .orElseGet(() -> Map.of("index", index));
    }
}
