package io.flowsweep.sweep.engine;

import io.flowsweep.sweep.events.TrialId;
import io.flowsweep.sweep.sampling.Permutation;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.LongFunction;
import java.util.stream.IntStream;

/** The order in which a finite space's trials are run: the trial of each position, in O(1). Immutable. */
final class TrialOrder {

    private final long size;
    private final LongFunction<TrialId> trials;

    private TrialOrder(long size, LongFunction<TrialId> trials) {
        this.size = size;
        this.trials = trials;
    }

    /** Just these. */
    static TrialOrder of(List<TrialId> trials) {
        return new TrialOrder(trials.size(), position -> trials.get((int) position));
    }

    /** All variants once, then all again: the first picture of everything comes early. The default. */
    static TrialOrder interleaved(long variants, int repeats) {
        return new TrialOrder(
                Math.multiplyExact(variants, (long) repeats), i -> new TrialId(i % variants, (int) (i / variants)));
    }

    /** All repeats of a variant, then the next variant. */
    static TrialOrder variantByVariant(long variants, int repeats) {
        return new TrialOrder(
                Math.multiplyExact(variants, (long) repeats), i -> new TrialId(i / repeats, (int) (i % repeats)));
    }

    /**
     * All variants once, then all again, those of the largest priority first; equal ones in their order.
     *
     * @param priority of each variant
     */
    static TrialOrder prioritised(int variants, int repeats, IntToDoubleFunction priority) {
        double[] priorities = IntStream.range(0, variants).mapToDouble(priority).toArray();
        int[] order = IntStream.range(0, variants)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer variant) -> priorities[variant])
                        .reversed())
                .mapToInt(Integer::intValue)
                .toArray();
        return new TrialOrder(
                Math.multiplyExact((long) variants, (long) repeats),
                i -> new TrialId(order[(int) (i % variants)], (int) (i / variants)));
    }

    /** This order with its positions shuffled; the same seed gives the same order everywhere. */
    TrialOrder shuffled(long seed) {
        Permutation permutation = new Permutation(BigInteger.valueOf(Math.max(1, size)), seed);
        return new TrialOrder(
                size, i -> trials.apply(permutation.at(BigInteger.valueOf(i)).longValueExact()));
    }

    long size() {
        return size;
    }

    /** @param position from 0 (inclusive) to {@link #size()} (exclusive) */
    TrialId at(long position) {
        return trials.apply(position);
    }
}
