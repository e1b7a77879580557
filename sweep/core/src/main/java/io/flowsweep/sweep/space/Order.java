package io.flowsweep.sweep.space;

import java.math.BigInteger;
import java.util.Optional;

/**
 * Which points of a space come, and in which order: shuffled, then without the first ones, then only so many.
 *
 * @param shuffle the seed; empty to keep the order of the space
 * @param skip at least 0
 * @param limit at least 1; empty for all
 */
public record Order(Optional<Long> shuffle, BigInteger skip, Optional<BigInteger> limit) {

    /** All points in the order of the space. */
    public static final Order ALL = new Order(Optional.empty(), BigInteger.ZERO, Optional.empty());

    /** The space in this order. */
    Space of(Space space) {
        Space ordered = shuffle.map(space::shuffle).orElse(space);
        boolean all = skip.signum() == 0 && limit.isEmpty();
        return all ? ordered : new Slice(ordered, skip, limit.orElse(null), BigInteger.ONE);
    }
}
