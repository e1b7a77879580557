package io.flowsweep.sweep.sampling;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** For each dimension a permutation of the n slices, and a place within the slice. */
final class LatinHypercube implements UnitPoints {

    private final long n;
    private final long seed;
    private final List<Permutation> slices = new ArrayList<>();

    LatinHypercube(long n, int dimensions, long seed) {
        this.n = n;
        this.seed = seed;
        for (int d = 0; d < dimensions; d++) {
            slices.add(new Permutation(BigInteger.valueOf(n), Mixer.mix(seed, d)));
        }
    }

    @Override
    public double at(long index, int dimension) {
        long slice = slices.get(dimension).at(BigInteger.valueOf(index)).longValueExact();
        double within = Mixer.unit(Mixer.mix(seed, dimension, index, 1));
        double low = (double) slice / n;
        double high = (double) (slice + 1) / n;
        double value = low + within * (high - low);
        // Rounding must not push a point into the next slice.
        return Math.min(Math.max(value, Math.nextUp(low)), Math.nextDown(high));
    }
}
