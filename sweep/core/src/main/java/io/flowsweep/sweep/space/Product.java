package io.flowsweep.sweep.space;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every combination of the parts' points. The first part varies slowest, the last fastest, as nested loops in the order of
 * the parts would. No parts make one point, the empty one.
 *
 * @param parts no two with an axis of one path
 */
public record Product(List<Space> parts) implements Space {

    /** @throws IllegalArgumentException when two parts vary one path */
    public Product {
        parts = List.copyOf(parts);
        AxisLists.disjoint(parts);
    }

    @Override
    public List<Axis> axes() {
        return parts.stream().flatMap(part -> part.axes().stream()).toList();
    }

    @Override
    public BigInteger size() {
        return parts.stream().map(Space::size).reduce(BigInteger.ONE, BigInteger::multiply);
    }

    @Override
    public Map<String, Object> get(BigInteger index) {
        Indices.check(index, size());
        List<Map<String, Object>> points = new ArrayList<>(parts.size());
        BigInteger rest = index;
        for (int i = parts.size() - 1; i >= 0; i--) {
            BigInteger[] division = rest.divideAndRemainder(parts.get(i).size());
            points.add(parts.get(i).get(division[1]));
            rest = division[0];
        }
        Map<String, Object> point = new LinkedHashMap<>();
        for (int i = points.size() - 1; i >= 0; i--) {
            point.putAll(points.get(i));
        }
        return Collections.unmodifiableMap(point);
    }

    @Override
    public Space rewrite(Rewrite rewrite) {
        return new Product(parts.stream().map(part -> part.rewrite(rewrite)).toList());
    }

    @Override
    public String kind() {
        return "product";
    }
}
