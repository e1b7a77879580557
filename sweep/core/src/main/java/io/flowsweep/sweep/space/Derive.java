package io.flowsweep.sweep.space;

import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The same points with a value more, computed from the others; it is no axis. */
final class Derive implements Space {

    private final Space space;
    private final String path;
    private final Condition value;
    private final PointExpression expression;

    /**
     * @param path with its root
     * @throws io.flowsweep.errors.InvalidInputException when the value is no expression
     * @throws IllegalArgumentException when an axis varies the path
     */
    public Derive(Space space, String path, Condition value) {
        this.space = space;
        this.path = path;
        this.value = value;
        this.expression = value.over(space.axes());
        if (space.axes().stream().anyMatch(axis -> axis.path().equals(path))) {
            throw new IllegalArgumentException("an axis varies " + path + ": it cannot be derived too");
        }
    }

    public String path() {
        return path;
    }

    /** The expression. */
    String text() {
        return value.text();
    }

    /** The same value for the points of another space. */
    Derive over(Space other) {
        return new Derive(other, path, value);
    }

    @Override
    public List<Axis> axes() {
        return space.axes();
    }

    @Override
    public BigInteger size() {
        return space.size();
    }

    @Override
    public Count count(long most) {
        return space.count(most);
    }

    @Override
    public Map<String, Object> get(BigInteger index) {
        Map<String, Object> point = new LinkedHashMap<>(space.get(index));
        point.put(path, expression.value(point));
        return Collections.unmodifiableMap(point);
    }

    @Override
    public List<Space> parts() {
        return List.of(space);
    }

    @Override
    public Space rewrite(Rewrite rewrite) {
        return new Derive(space.rewrite(rewrite), path, rewrite.condition(value));
    }

    @Override
    public String kind() {
        return "derive";
    }
}
