package io.flowsweep.sweep.sampling;

import java.math.BigInteger;

/**
 * A seeded permutation of {@code 0 … size-1} that is computed, not stored: a Feistel network over the next even power of
 * two, walked until it lands inside (Black and Rogaway, 2002, "Ciphers with arbitrary finite domains"). Immutable.
 */
public final class Permutation {

    private static final int ROUNDS = 6;

    private final BigInteger size;
    private final long seed;
    private final int half;
    private final BigInteger mask;

    /** @param size at least 1 */
    public Permutation(BigInteger size, long seed) {
        this.size = size;
        this.seed = seed;
        this.half = Math.max(1, (size.subtract(BigInteger.ONE).bitLength() + 1) / 2);
        this.mask = BigInteger.ONE.shiftLeft(half).subtract(BigInteger.ONE);
    }

    /**
     * Where a position goes to; at most four tries on average.
     *
     * @param index from 0 (inclusive) to the size (exclusive)
     */
    public BigInteger at(BigInteger index) {
        if (half < 31) {
            return BigInteger.valueOf(small(index.longValueExact()));
        }
        BigInteger value = index;
        do {
            value = encrypt(value);
        } while (value.compareTo(size) >= 0);
        return value;
    }

    /** The same numbers where halves fit into an int; most spaces are that small. */
    private long small(long index) {
        long bound = size.longValueExact();
        long low = mask.longValueExact();
        long value = index;
        do {
            long left = value >>> half;
            long right = value & low;
            for (int round = 0; round < ROUNDS; round++) {
                long mixed = left ^ (Mixer.mix(seed, round, right) & low);
                left = right;
                right = mixed;
            }
            value = left << half | right;
        } while (value >= bound);
        return value;
    }

    private BigInteger encrypt(BigInteger value) {
        BigInteger left = value.shiftRight(half);
        BigInteger right = value.and(mask);
        for (int round = 0; round < ROUNDS; round++) {
            BigInteger mixed = left.xor(bits(right, round));
            left = right;
            right = mixed;
        }
        return left.shiftLeft(half).or(right);
    }

    /** As many pseudo-random bits as a half has. */
    private BigInteger bits(BigInteger of, int round) {
        long state = Mixer.mix(seed, round);
        for (BigInteger rest = of; rest.signum() > 0; rest = rest.shiftRight(Long.SIZE)) {
            state = Mixer.mix(state, rest.longValue());
        }
        BigInteger bits = BigInteger.ZERO;
        for (int have = 0; have < half; have += Long.SIZE) {
            byte[] word = BigInteger.valueOf(Mixer.mix(state, have)).toByteArray();
            bits = bits.shiftLeft(Long.SIZE).or(new BigInteger(word).mod(BigInteger.ONE.shiftLeft(Long.SIZE)));
        }
        return bits.and(mask);
    }
}
