package io.flowsweep.sweep.engine.check;

import io.flowsweep.sweep.space.Axis;
import io.flowsweep.sweep.space.Product;
import io.flowsweep.sweep.space.Space;
import io.flowsweep.sweep.space.domain.TellingValues;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/**
 * Points that try out the values of every axis. Of a plain product, each value of each axis once with the other axes at their
 * first value: their number is the sum of the axes' sizes and not the product. Of any other space, points evenly spread. Where there
 * are too many values to try, {@link TellingValues} are among those that are tried.
 */
final class AxisValues {

    /** Of an axis with more values, and of a space that is no plain product, only this many are tried. */
    static final int MOST = 100;

    /** Of the numbers of a series, such as a range, this many are. */
    private static final int OF_A_SERIES = 10;

    private AxisValues() {}

    /**
     * Hands over the indices of the points that try out an axis; the first point of the space is not among them.
     *
     * @param size of the space, or of its beginning that is to be tried
     */
    static void forEach(Space space, BigInteger size, BiConsumer<Axis, Long> action) {
        if (size.bitLength() >= Long.SIZE) {
            return; // nobody will get that far
        }
        boolean plain = space instanceof Axis
                || space instanceof Product && space.parts().stream().allMatch(Axis.class::isInstance);
        if (plain) {
            product(space.axes(), action);
        } else {
            spread(space, size.longValueExact(), action);
        }
    }

    private static void product(List<Axis> axes, BiConsumer<Axis, Long> action) {
        long stride = 1;
        for (int a = axes.size() - 1; a >= 0; a--) {
            Axis axis = axes.get(a);
            long step = stride;
            int most = axis.domain().isSeries() ? OF_A_SERIES : MOST;
            long size = axis.domain().size();
            LongStream.concat(TellingValues.spread(size, most), TellingValues.of(axis.domain()))
                    .filter(value -> value > 0)
                    .sorted()
                    .distinct()
                    .forEach(value -> action.accept(axis, value * step));
            stride *= axis.domain().size();
        }
    }

    /** A point is tried for the first axis that has a value there which no point before had. */
    private static void spread(Space space, long size, BiConsumer<Axis, Long> action) {
        Map<Long, Map<String, Object>> points = new HashMap<>();
        LongFunction<Map<String, Object>> point = index -> points.computeIfAbsent(index, space::get);
        LongStream telling = space.axes().stream()
                .flatMapToLong(
                        axis -> TellingValues.of(size, i -> point.apply(i).get(axis.path())));
        Map<String, Set<Object>> seen = new HashMap<>();
        LongStream.concat(TellingValues.spread(size, MOST), telling)
                .sorted()
                .distinct()
                .forEach(index -> space.axes().stream()
                        .filter(axis -> point.apply(index).containsKey(axis.path()))
                        .filter(axis -> seen.computeIfAbsent(axis.path(), p -> new HashSet<>())
                                .add(point.apply(index).get(axis.path())))
                        .toList()
                        .stream()
                        .findFirst()
                        .filter(axis -> index > 0)
                        .ifPresent(axis -> action.accept(axis, index)));
    }
}
