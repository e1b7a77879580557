package io.flowsweep.sweep.space;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Points over some axes, by index, in a documented order. Immutable and thread-safe. A space is a tree: an {@link Axis} is
 * the smallest one, and the other nodes are made of {@link #parts()}.
 */
public interface Space {

    /** The axes in the order of their columns; no two have one path. Not every point has a value for every axis. */
    List<Axis> axes();

    /** The exact number of points. */
    BigInteger size();

    /**
     * The point at a position: axis path to plain value, in the order of {@link #axes()}.
     *
     * @param index from 0 (inclusive) to {@link #size()} (exclusive)
     * @throws IndexOutOfBoundsException otherwise
     */
    Map<String, Object> get(BigInteger index);

    /** The same for an index that is a {@code long}. */
    default Map<String, Object> get(long index) {
        return get(BigInteger.valueOf(index));
    }

    /** The spaces that this one is made of, in their order; empty for a leaf. */
    List<Space> parts();

    /** The same tree with every axis replaced; an axis keeps its place, and a new domain may have another size. */
    Space mapAxes(UnaryOperator<Axis> change);

    /** What the node is called in a sweep file, for messages: {@code zip}, {@code rows}, … */
    String kind();

    /** Every combination of the parts' points, the first part varying slowest; see {@link Product}. */
    static Space product(List<? extends Space> parts) {
        return new Product(List.copyOf(parts));
    }

    /** Every combination of the parts' points, the first part varying slowest; see {@link Product}. */
    static Space product(Space... parts) {
        return new Product(List.of(parts));
    }
}
