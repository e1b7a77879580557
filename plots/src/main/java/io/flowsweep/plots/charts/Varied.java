package io.flowsweep.plots.charts;

import io.flowsweep.plots.Column;
import io.flowsweep.plots.Table;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What charts need to know of a parameter that was varied.
 *
 * @param column its column
 * @param scattered whether it is a number with so many values that means over each make no sense
 * @param log whether its values are above 0 and spread over a factor of 100 or more
 */
public record Varied(String column, boolean numeric, boolean scattered, boolean log) {

    private static final int MOST_VALUES = 24;
    private static final double WIDE = 100;
    private static final Set<String> PROCESSORS = Set.of(
            "cpu",
            "cpus",
            "core",
            "cores",
            "thread",
            "threads",
            "worker",
            "workers",
            "processor",
            "processors",
            "parallel",
            "parallelism",
            "nodes",
            "gpus");

    /** @param values those it takes, or some of them; only {@code Number}s count for the scale */
    public static Varied of(String column, boolean numeric, Collection<?> values) {
        double[] numbers = values.stream()
                .filter(Number.class::isInstance)
                .mapToDouble(v -> ((Number) v).doubleValue())
                .distinct()
                .sorted()
                .toArray();
        boolean log =
                numeric && numbers.length > 2 && numbers[0] > 0 && numbers[numbers.length - 1] / numbers[0] >= WIDE;
        return new Varied(column, numeric, numeric && numbers.length > MOST_VALUES, log);
    }

    /** By the values of a column. @throws io.flowsweep.plots.UnknownColumnException when there is no such column */
    public static Varied of(Table table, String column) {
        List<Object> values = IntStream.range(0, table.rowCount())
                .mapToObj(row -> table.get(row, column))
                .filter(Objects::nonNull)
                .toList();
        return of(column, table.column(column).kind() == Column.Kind.NUMBER, values);
    }

    /** Whether it says by its name that it is a number of processors. */
    public boolean processors() {
        String last = column.substring(column.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return numeric && PROCESSORS.contains(last.substring(last.lastIndexOf('_') + 1));
    }
}
