package io.flowsweep.sweep.engine;

import io.flowsweep.sweep.events.SweepEvent;
import io.flowsweep.sweep.space.Variant;
import java.util.List;
import java.util.function.LongFunction;

/** The variants of a finite space, in the order of their index, each made when it is asked for: one at a time. */
final class FiniteSource implements VariantSource {

    private final long size;
    private final LongFunction<Variant> variants;
    private long next;

    /** @param variants gives the variant of an index from 0 (inclusive) to {@code size} (exclusive) */
    FiniteSource(long size, LongFunction<Variant> variants) {
        this.size = size;
        this.variants = variants;
    }

    @Override
    public List<Variant> ask(int n) {
        return next < size ? List.of(variants.apply(next++)) : List.of();
    }

    @Override
    public void tell(SweepEvent event) {
        // The order of a finite space does not depend on results.
    }
}
