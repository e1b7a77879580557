package io.flowsweep.sweep.space;

/** The values an axis may take: finite, in a fixed order, by index. Immutable. */
public interface Domain {

    /** At least 1. */
    long size();

    /**
     * The value at a position, as a plain value (map, list, string, {@code Long}, {@code Double}, boolean or null).
     *
     * @param index from 0 (inclusive) to {@link #size()} (exclusive)
     * @throws IndexOutOfBoundsException otherwise
     */
    Object get(long index);
}
