package io.flowsweep.sweep.space;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/** Points over some axes, by index, in a documented order. Immutable. */
public interface Space {

    /** The axes in the order of their columns. */
    List<Axis> axes();

    /** The exact number of points. */
    BigInteger size();

    /**
     * The point at a position: axis path to plain value, in the order of {@link #axes()}.
     *
     * @param index from 0 (inclusive) to {@link #size()} (exclusive)
     * @throws IndexOutOfBoundsException otherwise
     */
    Map<String, Object> get(long index);

    /** Every combination, the first axis varying slowest; see {@link Product}. */
    static Space product(List<Axis> axes) {
        return new Product(axes);
    }
}
