package io.flowsweep.sweep.space;

import java.math.BigInteger;

/** Positions that may be beyond a {@code long}. */
final class Indices {

    private Indices() {}

    /** @throws IndexOutOfBoundsException unless {@code 0 <= index < size} */
    static void check(BigInteger index, BigInteger size) {
        if (index.signum() < 0 || index.compareTo(size) >= 0) {
            throw new IndexOutOfBoundsException("index " + index + " is not below the size " + size);
        }
    }
}
