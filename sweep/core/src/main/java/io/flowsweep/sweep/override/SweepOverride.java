package io.flowsweep.sweep.override;

import io.flowsweep.codec.PlainValues;
import io.flowsweep.config.ConfigPaths;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * One override of a sweep.
 *
 * @param kind what it does
 * @param segments of the path, at least one; digits alone are the index of a list
 * @param value empty only for a deletion that does not name the value
 * @param text as it was written
 */
public record SweepOverride(Kind kind, List<String> segments, Optional<OverrideValue> value, String text) {

    /** What an override does, by the mark in front of it. */
    public enum Kind {
        /** {@code path=value}: the path must be there. */
        CHANGE(""),
        /** {@code +path=value}: the path must not be there. */
        ADD("+"),
        /** {@code ++path=value}: it may be there or not. */
        FORCE("++"),
        /** {@code ~path} or {@code ~path=value}: it must be there, and have the value if one is named. */
        DELETE("~");

        private final String mark;

        Kind(String mark) {
            this.mark = mark;
        }

        String mark() {
            return mark;
        }
    }

    /**
     * Parses one word of a command line.
     *
     * @throws InvalidInputException with the column and what to write instead
     */
    public static SweepOverride parse(String text) {
        try {
            return new OverrideParser(text).parse();
        } catch (OverrideFault fault) {
            throw new InvalidInputException(List.of(fault.problem(text)));
        }
    }

    /**
     * Parses words of a command line.
     *
     * @throws InvalidInputException with all that is wrong in any of them, and with a path that two of them name
     */
    public static List<SweepOverride> parseAll(List<String> texts) {
        List<SweepOverride> overrides = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (String text : texts) {
            try {
                SweepOverride override = parse(text);
                overrides.stream()
                        .filter(earlier -> earlier.segments.equals(override.segments))
                        .findFirst()
                        .ifPresent(earlier -> problems.add(override.problem(
                                "\"" + override.path() + "\" is overridden twice, by " + earlier.text + " too",
                                0,
                                "Keep one of them.")));
                overrides.add(override);
            } catch (InvalidInputException e) {
                problems.addAll(e.problems());
            }
        }
        InvalidInputException.throwIfAny(problems);
        return overrides;
    }

    /**
     * An override that gives an axis a value, or several.
     *
     * @param path of the axis
     * @param value plain; a list is one value for each of its items
     * @throws IllegalArgumentException when there is no value
     */
    public static SweepOverride values(String path, Object value) {
        List<Object> values = new ArrayList<>();
        if (value instanceof Collection<?> several) {
            values.addAll(several);
        } else {
            values.add(value);
        }
        if (values.isEmpty()) {
            throw new IllegalArgumentException("an axis needs a value to be added, and " + path + " has none");
        }
        List<Element> elements = values.stream()
                .map(each -> new Element(PlainValues.canonical(each), null, 0))
                .toList();
        SweepOverride unwritten = new SweepOverride(
                Kind.CHANGE, ConfigPaths.split(path), Optional.of(new OverrideValue.Several(elements, 0)), "");
        return new SweepOverride(Kind.CHANGE, unwritten.segments, unwritten.value, unwritten.normalised());
    }

    /** The segments as a dotted path. */
    public String path() {
        return ConfigPaths.join(segments);
    }

    /** Whether it gives several values, also when they turn out to be one: {@code a=1..1}. */
    public boolean sweeps() {
        return value.filter(v -> !(v instanceof OverrideValue.One)).isPresent();
    }

    /**
     * The same override in one spelling: {@code a = 1.0,2} and {@code a=choice(1,2)} are both {@code a=1,2}. It parses to
     * an override that does the same.
     */
    public String normalised() {
        return kind.mark()
                + NormalText.path(segments)
                + value.map(v -> "=" + NormalText.of(v)).orElse("");
    }

    /** A problem with this override, pointing at an offset of its text. */
    public Problem problem(String what, int at, String cure) {
        return new OverrideFault(what, at, cure).problem(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
