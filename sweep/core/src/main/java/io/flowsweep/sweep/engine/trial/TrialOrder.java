package io.flowsweep.sweep.engine.trial;

import io.flowsweep.sweep.events.TrialId;
import io.flowsweep.sweep.sampling.Permutation;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.IntToDoubleFunction;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/** The order in which a finite space's trials are run: the trial of each position, in O(1). Thread-safe. */
public final class TrialOrder {

    /**
     * The variants of a space whose end need not be known.
     *
     * @param has whether there is a variant of an index; may take long
     * @param size how many there are; is asked for when an index was too large
     */
    record Open(LongPredicate has, LongSupplier size) {}

    private final OptionalLong size;
    private final LongPredicate has;
    private final LongFunction<TrialId> trials;

    private TrialOrder(OptionalLong size, LongPredicate has, LongFunction<TrialId> trials) {
        this.size = size;
        this.has = has;
        this.trials = trials;
    }

    private TrialOrder(long size, LongFunction<TrialId> trials) {
        this(OptionalLong.of(size), position -> position < size, trials);
    }

    /** Just these. */
    static TrialOrder of(List<TrialId> trials) {
        return new TrialOrder(trials.size(), position -> trials.get((int) position));
    }

    /** All variants once, then all again: the first picture of everything comes early. The default. */
    public static TrialOrder interleaved(long variants, int repeats) {
        return new TrialOrder(
                Math.multiplyExact(variants, (long) repeats), i -> new TrialId(i % variants, (int) (i / variants)));
    }

    /** The same without knowing how many variants there are. */
    static TrialOrder interleaved(Open variants, int repeats) {
        return new TrialOrder(
                OptionalLong.empty(),
                i -> variants.has().test(i) || i / repeats < variants.size().getAsLong(),
                i -> {
                    if (variants.has().test(i)) {
                        return new TrialId(i, 0);
                    }
                    long size = variants.size().getAsLong();
                    return new TrialId(i % size, (int) (i / size));
                });
    }

    /** All repeats of a variant, then the next variant. */
    static TrialOrder variantByVariant(long variants, int repeats) {
        return new TrialOrder(
                Math.multiplyExact(variants, (long) repeats), i -> new TrialId(i / repeats, (int) (i % repeats)));
    }

    /** The same without knowing how many variants there are. */
    static TrialOrder variantByVariant(Open variants, int repeats) {
        return new TrialOrder(
                OptionalLong.empty(),
                i -> variants.has().test(i / repeats),
                i -> new TrialId(i / repeats, (int) (i % repeats)));
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

    /** This order, whose size is known, with its positions shuffled; the same seed gives the same order everywhere. */
    TrialOrder shuffled(long seed) {
        long all = size.orElseThrow();
        Permutation permutation = new Permutation(BigInteger.valueOf(Math.max(1, all)), seed);
        return new TrialOrder(
                all, i -> trials.apply(permutation.at(BigInteger.valueOf(i)).longValueExact()));
    }

    /** How many positions there are; empty when that is not known. */
    OptionalLong size() {
        return size;
    }

    /** Whether there is a trial at a position; may look for it. */
    boolean has(long position) {
        return has.test(position);
    }

    /** @param position one that there is */
    public TrialId at(long position) {
        return trials.apply(position);
    }
}
