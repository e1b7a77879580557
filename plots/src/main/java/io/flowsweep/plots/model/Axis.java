package io.flowsweep.plots.model;

import java.util.List;

/**
 * One axis.
 *
 * @param label its column's name and unit
 * @param scale how values lie on it
 * @param low the least value that is shown, {@code low < high}
 * @param high the largest value that is shown
 * @param categories the names of 0, 1, 2, … in order, for {@link Scale#CATEGORY}; two may read the same. Else empty
 * @param ticks where labels should stand if they fit, ascending; when empty, a renderer chooses round numbers
 */
public record Axis(String label, Scale scale, double low, double high, List<String> categories, List<Double> ticks) {

    /** How values lie on an axis. */
    public enum Scale {
        LINEAR,
        /** {@code low > 0}. */
        LOG,
        /** Values are indices of the categories; a category reaches half a unit to both sides. */
        CATEGORY,
        /** Linear, with neither ticks nor labels: marks carry their own. */
        HIDDEN
    }

    /** @throws IllegalArgumentException when a bound above is not kept */
    public Axis {
        if (!(low < high) || Double.isInfinite(high - low)) {
            throw new IllegalArgumentException("finite low < high must hold, but got low=" + low + ", high=" + high);
        }
        if (scale == Scale.LOG && low <= 0) {
            throw new IllegalArgumentException("low > 0 must hold on a log axis, but got low=" + low);
        }
        categories = List.copyOf(categories);
        ticks = List.copyOf(ticks);
    }
}
