package io.flowsweep.sweep.events;

import io.flowsweep.sweep.space.Axis;
import java.util.stream.LongStream;

/**
 * A value that a variant is given, as a column of results.
 *
 * @param path with its root, for instance {@code config.dim}
 * @param name short, and unique among the columns
 * @param numeric whether all its values are numbers
 */
public record ValueColumn(String path, String name, boolean numeric) {

    /** Only a range can be longer, and all values of a range are of one kind. */
    private static final long LOOKED_AT = 10_000;

    /** The column of an axis. */
    public static ValueColumn of(Axis axis) {
        boolean numeric = LongStream.range(0, Math.min(axis.domain().size(), LOOKED_AT))
                .allMatch(i -> axis.domain().get(i) instanceof Number);
        return new ValueColumn(axis.path(), axis.name(), numeric);
    }
}
