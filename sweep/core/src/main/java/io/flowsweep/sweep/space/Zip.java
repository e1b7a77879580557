package io.flowsweep.sweep.space;

import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The parts side by side: the first points of all, the second points of all, and so on.
 *
 * @param parts at least one, all of one size as far as that is known without a search (else the shortest counts), no
 *     two with an axis of one path
 */
public record Zip(List<Space> parts) implements Space {

    /** @throws IllegalArgumentException when sizes differ, two parts vary one path, or there is none */
    public Zip {
        parts = List.copyOf(parts);
        AxisLists.disjoint(parts);
        boolean known = parts.stream().allMatch(part -> part.count(0).exact());
        if (parts.isEmpty()
                || known && parts.stream().map(Space::size).distinct().count() != 1) {
            throw new IllegalArgumentException("a zip needs parts of one size, but got "
                    + String.join(", ", parts.stream().map(Zip::described).toList()));
        }
    }

    private static String described(Space part) {
        return part.size() + " of "
                + String.join(" and ", part.axes().stream().map(Axis::path).toList());
    }

    @Override
    public List<Axis> axes() {
        return parts.stream().flatMap(part -> part.axes().stream()).toList();
    }

    @Override
    public BigInteger size() {
        return parts.stream().map(Space::size).reduce(BigInteger::min).orElseThrow();
    }

    @Override
    public Map<String, Object> get(BigInteger index) {
        Indices.check(index, size());
        Map<String, Object> point = new LinkedHashMap<>();
        parts.forEach(part -> point.putAll(part.get(index)));
        return Collections.unmodifiableMap(point);
    }

    @Override
    public Space rewrite(Rewrite rewrite) {
        return new Zip(parts.stream().map(part -> part.rewrite(rewrite)).toList());
    }

    @Override
    public String kind() {
        return "zip";
    }
}
