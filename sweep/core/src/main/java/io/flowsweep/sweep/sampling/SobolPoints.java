package io.flowsweep.sweep.sampling;

import org.apache.commons.math3.random.SobolSequenceGenerator;

/**
 * A Sobol sequence with a random shift of its digits that depends on the digits before (Owen, 1995), computed by hashing
 * (Burley, 2020, "Practical Hash-based Owen Scrambling"). The scrambled points still have one point in each of 2^m equal
 * slices of every axis among the first 2^m.
 */
final class SobolPoints implements UnitPoints {

    private static final int INDEX_BITS = 31;

    /** By dimension and bit of the index; 32 digits behind the point. */
    private final int[][] directions;

    private final long seed;

    SobolPoints(int dimensions, long seed) {
        this.seed = seed;
        this.directions = directions(dimensions);
    }

    @Override
    public double at(long index, int dimension) {
        int digits = 0;
        for (int bit = 0; bit < INDEX_BITS; bit++) {
            if ((index >>> bit & 1) == 1) {
                digits ^= directions[dimension][bit];
            }
        }
        int scrambled = scramble(digits, (int) Mixer.mix(seed, dimension));
        double within = Mixer.unit(Mixer.mix(seed, dimension, index));
        return Math.max(((scrambled & 0xFFFFFFFFL) + within) * 0x1p-32, Double.MIN_NORMAL);
    }

    /** The library's point of the one index whose Gray code is a single bit is that bit's direction. */
    private static int[][] directions(int dimensions) {
        SobolSequenceGenerator generator = new SobolSequenceGenerator(dimensions);
        int[][] directions = new int[dimensions][INDEX_BITS];
        for (int bit = 0; bit < INDEX_BITS; bit++) {
            double[] point = generator.skipTo((int) ((1L << (bit + 1)) - 1));
            for (int d = 0; d < dimensions; d++) {
                directions[d][bit] = (int) (long) (point[d] * 0x1p32);
            }
        }
        return directions;
    }

    /** Each digit is flipped by a hash of the digits above it. */
    private static int scramble(int digits, int key) {
        int x = Integer.reverse(digits);
        x ^= x * 0x3d20adea;
        x += key;
        x *= (key >>> 16) | 1;
        x ^= x * 0x05526c56;
        x ^= x * 0x53a22864;
        return Integer.reverse(x);
    }
}
