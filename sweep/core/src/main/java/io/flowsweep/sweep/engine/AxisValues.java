package io.flowsweep.sweep.engine;

import io.flowsweep.sweep.space.Axis;
import io.flowsweep.sweep.space.Space;
import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.LongStream;

/**
 * Points that try out every value of every axis once, the other axes at their first value: their number is the sum of the
 * axes' sizes and not the product.
 */
final class AxisValues {

    /** Of an axis with more values, only this many are tried, evenly spread, first and last included. */
    static final int MOST = 100;

    private AxisValues() {}

    /** Hands over the indices of the points that try out an axis; the first point of the space is not among them. */
    static void forEach(Space space, BiConsumer<Axis, Long> action) {
        List<Axis> axes = space.axes();
        if (space.size().bitLength() >= Long.SIZE) {
            return; // nobody will get that far
        }
        long stride = 1;
        for (int a = axes.size() - 1; a >= 0; a--) {
            Axis axis = axes.get(a);
            long step = stride;
            values(axis.domain().size())
                    .filter(value -> has(space, value * step, axis, value))
                    .forEach(value -> action.accept(axis, value * step));
            stride *= axis.domain().size();
        }
    }

    private static LongStream values(long size) {
        long step = (size - 1) / (MOST - 1);
        return size <= MOST
                ? LongStream.range(1, size)
                : LongStream.range(1, MOST).map(i -> i == MOST - 1 ? size - 1 : i * step);
    }

    /** A space that is not the plain product of its axes has its points elsewhere; then the run itself finds out. */
    private static boolean has(Space space, long index, Axis axis, long value) {
        return space.size().compareTo(BigInteger.valueOf(index)) > 0
                && Objects.equals(
                        space.get(index).get(axis.path()), axis.domain().get(value));
    }
}
