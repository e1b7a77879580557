package io.flowsweep.sweep.space.domain;

import io.flowsweep.codec.PlainValues;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/**
 * Which of many values tell whether all of them fit where they go: the first, the last, the least and the greatest number, and the first of
 * each kind, as a range that begins with 1 may go on with 1.5.
 */
public final class TellingValues {

    /** Of more values only so many are looked at, evenly spread. */
    private static final int LOOKED_AT = 1000;

    private TellingValues() {}

    /** The positions of those of a domain, in ascending order. */
    public static LongStream of(Domain domain) {
        return of(domain.size(), domain::get);
    }

    /** @param value plain, by position from 0 (inclusive) to {@code size} (exclusive) */
    public static LongStream of(long size, LongFunction<Object> value) {
        TreeSet<Long> telling = new TreeSet<>();
        Map<String, Long> kinds = new TreeMap<>();
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        long leastAt = 0;
        long greatestAt = 0;
        for (long index : spread(size, LOOKED_AT).toArray()) {
            Object found = value.apply(index);
            kinds.putIfAbsent(kind(found), index);
            if (found instanceof Number number && number.doubleValue() < least) {
                least = number.doubleValue();
                leastAt = index;
            }
            if (found instanceof Number number && number.doubleValue() > greatest) {
                greatest = number.doubleValue();
                greatestAt = index;
            }
        }
        telling.addAll(kinds.values());
        telling.add(leastAt);
        telling.add(greatestAt);
        telling.add(size - 1);
        return telling.stream().mapToLong(Long::longValue);
    }

    /**
     * Positions from the first to the last, evenly spread.
     *
     * @param most how many, at least 2
     */
    public static LongStream spread(long size, int most) {
        long step = (size - 1) / (most - 1);
        return size <= most
                ? LongStream.range(0, size)
                : LongStream.range(0, most).map(i -> i == most - 1 ? size - 1 : i * step);
    }

    private static String kind(Object value) {
        return value instanceof Double ? "fraction" : PlainValues.kind(value);
    }
}
