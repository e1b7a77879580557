package io.flowsweep.sweep.events;

import io.flowsweep.sweep.space.Axis;
import io.flowsweep.sweep.space.domain.Domain;
import io.flowsweep.sweep.space.domain.Values;
import java.util.stream.LongStream;

/**
 * A value that a variant is given, as a column of results.
 *
 * @param path with its root, for instance {@code config.dim}
 * @param name short, and unique among the columns
 * @param numeric whether all its values are numbers
 */
public record ValueColumn(String path, String name, boolean numeric) {

    /** Of what is no list so many values are looked at: series and distributions have values of one kind. */
    private static final long LOOKED_AT = 10_000;

    /** The column of an axis. */
    public static ValueColumn of(Axis axis) {
        Domain domain = axis.domain();
        long looked = domain instanceof Values ? domain.size() : Math.min(domain.size(), LOOKED_AT);
        boolean numeric = LongStream.range(0, looked).allMatch(i -> domain.get(i) instanceof Number);
        return new ValueColumn(axis.path(), axis.name(), numeric);
    }
}
