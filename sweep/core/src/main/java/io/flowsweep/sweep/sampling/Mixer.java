package io.flowsweep.sweep.sampling;

/** Pseudo-random bits of numbers: equal numbers give equal bits, on every machine. */
final class Mixer {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Mixer() {}

    /** 64 bits of several numbers, in which the order matters. */
    public static long mix(long... numbers) {
        long state = GOLDEN;
        for (long number : numbers) {
            state = finish(state + number * GOLDEN + GOLDEN);
        }
        return state;
    }

    /** A number between 0 and 1, both exclusive, of 64 bits. */
    public static double unit(long bits) {
        return ((bits >>> 11) + 0.5) * 0x1p-53;
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood, 2014). */
    private static long finish(long z) {
        long a = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ a >>> 27) * 0x94D049BB133111EBL;
        return b ^ b >>> 31;
    }
}
