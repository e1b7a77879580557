package io.flowsweep.sweep.engine;

/**
 * A seeded permutation of {@code 0 … size-1} that is computed, not stored: a Feistel network of four rounds over the next
 * even power of two, walked until it lands inside (Black and Rogaway, 2002, "Ciphers with arbitrary finite domains").
 */
final class Permutation {

    private static final int ROUNDS = 4;

    private final long size;
    private final long seed;
    private final int half;
    private final long mask;

    /** @param size at least 0 and at most 2^62 */
    Permutation(long size, long seed) {
        this.size = size;
        this.seed = seed;
        int bits = Math.max(2, Long.SIZE - Long.numberOfLeadingZeros(Math.max(0, size - 1)));
        this.half = (bits + 1) / 2;
        this.mask = (1L << half) - 1;
    }

    /** @param index from 0 (inclusive) to the size (exclusive) */
    long at(long index) {
        long value = index;
        do {
            value = encrypt(value);
        } while (value >= size);
        return value;
    }

    private long encrypt(long value) {
        long left = value >>> half;
        long right = value & mask;
        for (int round = 0; round < ROUNDS; round++) {
            long mixed = left ^ (mix(right + seed * 0x9E3779B97F4A7C15L + round) & mask);
            left = right;
            right = mixed;
        }
        return left << half | right;
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood, 2014). */
    private static long mix(long z) {
        long a = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ a >>> 27) * 0x94D049BB133111EBL;
        return b ^ b >>> 31;
    }
}
