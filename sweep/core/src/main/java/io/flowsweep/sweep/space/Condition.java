package io.flowsweep.sweep.space;

import io.flowsweep.codec.PlainValues;
import io.flowsweep.errors.InvalidInputException;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * An expression over points. By itself it knows what the points say; within a {@link PointScope} it also knows the rest.
 *
 * @param text for instance {@code cpu * dim <= 16000}
 * @param where {@code file:line}; empty when made in code
 * @param scope what names mean that no axis has
 */
public record Condition(String text, String where, PointScope scope) {

    public static Condition of(String text, String where) {
        return new Condition(text, where, PointScope.NONE);
    }

    /** The same expression where more names mean something. */
    public Condition within(PointScope wider) {
        return new Condition(text, where, wider);
    }

    /**
     * Parses it for points over these axes.
     *
     * @throws InvalidInputException when it is no expression
     */
    PointExpression over(List<Axis> axes) {
        return new PointExpression(this, axes);
    }

    /** Whether nothing but these axes decides it, so that no config has to be resolved for it. */
    public boolean isOf(List<Axis> axes) {
        return over(axes).deciding().isPresent();
    }

    /**
     * Whether it holds for a point over these axes; what it returns throws InvalidInputException where nobody can tell.
     *
     * @throws InvalidInputException when it is no expression
     */
    public Predicate<Map<String, Object>> test(List<Axis> axes) {
        return over(axes)::test;
    }

    /**
     * The number that it is for a point over these axes; what it returns throws InvalidInputException where it is none.
     *
     * @throws InvalidInputException when it is no expression
     */
    public ToDoubleFunction<Map<String, Object>> number(List<Axis> axes) {
        PointExpression expression = over(axes);
        return point -> {
            Object value = expression.value(point);
            if (value instanceof Number number) {
                return number.doubleValue();
            }
            throw new InvalidInputException(
                    "\"" + text + "\" must be a number, but is " + PlainValues.text(value), where, "");
        };
    }

    /**
     * Checks that each of its names means one thing.
     *
     * @param point a value for each of the axes
     * @throws InvalidInputException with the names that mean nothing or several things
     */
    public void check(List<Axis> axes, Map<String, Object> point) {
        over(axes).check(point);
    }

    @Override
    public String toString() {
        return text;
    }
}
