package io.flowsweep.sweep.space;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/**
 * All points of the first part, then all of the second, and so on. Where a part does not vary a path that another varies,
 * its points leave that path as the base has it.
 *
 * @param parts at least one
 */
public record Union(List<Space> parts) implements Space {

    /** @throws IllegalArgumentException when there is no part */
    public Union {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a union needs at least one part");
        }
    }

    @Override
    public List<Axis> axes() {
        return AxisLists.merged(parts);
    }

    @Override
    public BigInteger size() {
        return parts.stream().map(Space::size).reduce(BigInteger.ZERO, BigInteger::add);
    }

    @Override
    public Map<String, Object> get(BigInteger index) {
        Indices.check(index, size());
        BigInteger rest = index;
        for (Space part : parts) {
            BigInteger size = part.size();
            if (rest.compareTo(size) < 0) {
                return part.get(rest);
            }
            rest = rest.subtract(size);
        }
        throw new IllegalStateException("checked above");
    }

    @Override
    public Space rewrite(Rewrite rewrite) {
        return new Union(parts.stream().map(part -> part.rewrite(rewrite)).toList());
    }

    @Override
    public String kind() {
        return "union";
    }
}
