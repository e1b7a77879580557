package io.flowsweep.sweep.space;

import java.math.BigInteger;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Every combination of the axes' values. The first axis varies slowest, the last fastest, as nested loops in the order of
 * the axes would. No axes make one point, the empty one.
 *
 * @param axes with paths that differ
 */
public record Product(List<Axis> axes) implements Space {

    /** @throws IllegalArgumentException when two axes have one path */
    public Product {
        axes = List.copyOf(axes);
        Set<String> paths = new HashSet<>();
        for (Axis axis : axes) {
            if (!paths.add(axis.path())) {
                throw new IllegalArgumentException("two axes vary " + axis.path());
            }
        }
    }

    @Override
    public BigInteger size() {
        return axes.stream()
                .map(axis -> BigInteger.valueOf(axis.domain().size()))
                .reduce(BigInteger.ONE, BigInteger::multiply);
    }

    @Override
    public Map<String, Object> get(long index) {
        long rest = index;
        long[] positions = new long[axes.size()];
        for (int i = axes.size() - 1; i >= 0; i--) {
            long size = axes.get(i).domain().size();
            positions[i] = Math.floorMod(rest, size);
            rest = Math.floorDiv(rest, size);
        }
        if (rest != 0) {
            throw new IndexOutOfBoundsException("index " + index + " is not below the size " + size());
        }
        Map<String, Object> point = new LinkedHashMap<>();
        for (int i = 0; i < positions.length; i++) {
            point.put(axes.get(i).path(), axes.get(i).domain().get(positions[i]));
        }
        return Collections.unmodifiableMap(point);
    }
}
