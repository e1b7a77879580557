package io.flowsweep.sweep.variant;

import io.flowsweep.codec.PlainValues;
import java.util.List;
import java.util.Optional;

/**
 * How often each variant runs. Repeats are interleaved: every variant has its first repeat before any has its second.
 *
 * @param n at least 1
 * @param seedPath the path, with its root, that gets another value in each repeat; empty when repeats are equal
 * @param seeds one plain value for each repeat, no two equal; empty exactly when {@code seedPath} is
 */
public record Repeats(int n, Optional<String> seedPath, List<Object> seeds) {

    /** Each variant once. */
    public static final Repeats ONCE = of(1);

    /** @throws IllegalArgumentException unless the above holds */
    public Repeats {
        seeds = seeds.stream().map(PlainValues::canonical).toList();
        if (n < 1) {
            throw new IllegalArgumentException("repeats >= 1 must hold, but got " + n);
        }
        if (seeds.size() != (seedPath.isPresent() ? n : 0)
                || seeds.stream().distinct().count() != seeds.size()) {
            throw new IllegalArgumentException("each of " + n + " repeats needs a seed of its own, got " + seeds);
        }
    }

    /** Equal repeats. */
    public static Repeats of(int n) {
        return new Repeats(n, Optional.empty(), List.of());
    }

    /** @param index from 0 (inclusive) to {@link #n} (exclusive) */
    public Repeat repeat(int index) {
        return new Repeat(index, seedPath.isPresent() ? Optional.of(seeds.get(index)) : Optional.empty());
    }
}
