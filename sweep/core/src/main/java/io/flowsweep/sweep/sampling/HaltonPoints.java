package io.flowsweep.sweep.sampling;

import org.apache.commons.math3.primes.Primes;

/** Digits of the index behind the point, in a prime base for each dimension, every place with digits of its own order. */
final class HaltonPoints implements UnitPoints {

    private final int[] bases;

    /** By dimension, place and digit. */
    private final int[][][] digits;

    HaltonPoints(int dimensions, long seed) {
        this.bases = new int[dimensions];
        this.digits = new int[dimensions][][];
        int prime = 1;
        for (int d = 0; d < dimensions; d++) {
            prime = Primes.nextPrime(prime + 1);
            bases[d] = prime;
            int places = (int) StrictMath.ceil(53 / (StrictMath.log(prime) / StrictMath.log(2)));
            digits[d] = new int[places][];
            for (int place = 0; place < places; place++) {
                digits[d][place] = shuffled(prime, Mixer.mix(seed, d, place));
            }
        }
    }

    @Override
    public double at(long index, int dimension) {
        int base = bases[dimension];
        double value = 0;
        double unit = 1;
        long rest = index;
        for (int[] order : digits[dimension]) {
            unit /= base;
            value += unit * order[(int) (rest % base)];
            rest /= base;
        }
        return Math.min(Math.max(value, Double.MIN_NORMAL), Math.nextDown(1.0));
    }

    /** Fisher and Yates. */
    private static int[] shuffled(int base, long seed) {
        int[] order = new int[base];
        for (int i = 0; i < base; i++) {
            int j = (int) Long.remainderUnsigned(Mixer.mix(seed, i), i + 1L);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
