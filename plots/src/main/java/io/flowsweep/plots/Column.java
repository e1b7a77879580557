package io.flowsweep.plots;

import java.util.Objects;
import java.util.Optional;

/**
 * One column of a {@link Table}.
 *
 * @param name unique in its table, case matters; not blank
 * @param kind what its cells hold
 * @param unit the unit of its numbers, such as {@code 1/s}; a text column has none
 * @param goal which of its numbers are better; empty when neither is, and always for a text column
 */
public record Column(String name, Kind kind, Optional<String> unit, Optional<Goal> goal) {

    /** What the cells of a column hold. */
    public enum Kind {
        /** {@code double}s; NaN and the infinities are values, not absences. */
        NUMBER,
        /** Strings; the empty string is a value, not an absence. */
        TEXT
    }

    /** @throws IllegalArgumentException when the name or the unit is blank, or a text column has a unit or a goal */
    public Column {
        Objects.requireNonNull(kind, "kind");
        if (name.isBlank()) {
            throw new IllegalArgumentException("a column has a name");
        }
        if (unit.isPresent() && kind == Kind.TEXT) {
            throw new IllegalArgumentException("the text column \"" + name + "\" has a unit: " + unit.get());
        }
        if (goal.isPresent() && kind == Kind.TEXT) {
            throw new IllegalArgumentException("the text column \"" + name + "\" has a goal: " + goal.get());
        }
        if (unit.isPresent() && unit.get().isBlank()) {
            throw new IllegalArgumentException("the unit of column \"" + name + "\" is blank");
        }
    }

    /** A column of which neither large nor small values are better. */
    public Column(String name, Kind kind, Optional<String> unit) {
        this(name, kind, unit, Optional.empty());
    }

    /** A number column without a unit. */
    public static Column number(String name) {
        return new Column(name, Kind.NUMBER, Optional.empty());
    }

    /** A number column with a unit. */
    public static Column number(String name, String unit) {
        return new Column(name, Kind.NUMBER, Optional.of(unit));
    }

    /** A text column. */
    public static Column text(String name) {
        return new Column(name, Kind.TEXT, Optional.empty());
    }

    /** This column with a goal. */
    public Column towards(Goal better) {
        return new Column(name, kind, unit, Optional.of(better));
    }

    /** What stands over the column and beside an axis: {@code perf [1/s]}, or the bare name when there is no unit. */
    public String label() {
        return unit.map(u -> name + " [" + u + "]").orElse(name);
    }
}
