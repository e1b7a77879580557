package io.flowsweep.sweep.space;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/**
 * A space with some points more behind its own; the axes are those of the space, whatever values the points have.
 *
 * @param points path to plain value
 */
public record Appended(Space space, List<Map<String, Object>> points) implements Space {

    public Appended {
        points = List.copyOf(points);
    }

    @Override
    public List<Axis> axes() {
        return space.axes();
    }

    @Override
    public BigInteger size() {
        return space.size().add(BigInteger.valueOf(points.size()));
    }

    @Override
    public Count count(long most) {
        Count count = space.count(most);
        return count.exact() ? new Count(size(), true) : count;
    }

    /** Whether the point at a position is one of those behind the space; looks at the space as far as it has to. */
    public boolean isBehind(BigInteger index) {
        return index.compareTo(space.count(0).value()) >= 0 && index.compareTo(space.size()) >= 0;
    }

    @Override
    public Map<String, Object> get(BigInteger index) {
        if (!isBehind(index)) {
            return space.get(index);
        }
        Indices.check(index, size());
        return points.get(index.subtract(space.size()).intValueExact());
    }

    @Override
    public List<Space> parts() {
        return List.of(space);
    }

    @Override
    public Space rewrite(Rewrite rewrite) {
        return new Appended(space.rewrite(rewrite), points);
    }

    @Override
    public String kind() {
        return "space";
    }
}
