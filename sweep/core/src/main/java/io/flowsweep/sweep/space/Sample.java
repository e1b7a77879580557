package io.flowsweep.sweep.space;

import io.flowsweep.sweep.sampling.Distribution;
import io.flowsweep.sweep.sampling.Method;
import io.flowsweep.sweep.sampling.UnitPoints;
import io.flowsweep.sweep.space.domain.Domain;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Points drawn jointly over some axes; each by its index, with one seed the same ones on every machine. */
public final class Sample implements Space {

    /**
     * An axis of a sample.
     *
     * @param path with its root
     * @param source what values it may have
     * @param where {@code file:line}
     */
    public record Drawn(String path, Source source, String where) {}

    /** A distribution, or a finite domain whose values are equally likely. */
    @FunctionalInterface
    public interface Source {

        /** @param u between 0 and 1, both exclusive */
        Object at(double u);

        /** A source of equally likely values. */
        static Source of(Domain domain) {
            return new Equally(domain);
        }

        static Source of(Distribution distribution) {
            return new Random(distribution);
        }
    }

    /** Values that are equally likely. */
    record Equally(Domain domain) implements Source {

        @Override
        public Object at(double u) {
            return domain.get(Math.min(domain.size() - 1, (long) Math.floor(u * domain.size())));
        }
    }

    /** Values of a distribution. */
    record Random(Distribution distribution) implements Source {

        @Override
        public Object at(double u) {
            return distribution.at(u);
        }
    }

    private final Method method;
    private final long n;
    private final long seed;
    private final List<Drawn> drawn;
    private final List<Axis> axes;

    /** @throws IllegalArgumentException when the method does not go that far, or two axes have one path */
    public Sample(Method method, long n, long seed, List<Drawn> drawn) {
        this(method, n, seed, drawn, null);
    }

    private Sample(Method method, long n, long seed, List<Drawn> drawn, List<Axis> axes) {
        UnitPoints points = method.points(n, drawn.size(), seed);
        this.method = method;
        this.n = n;
        this.seed = seed;
        this.drawn = List.copyOf(drawn);
        this.axes = axes == null ? axes(points) : axes;
    }

    private List<Axis> axes(UnitPoints points) {
        Set<String> paths = new HashSet<>();
        List<Axis> made = new ArrayList<>();
        for (int d = 0; d < drawn.size(); d++) {
            Drawn one = drawn.get(d);
            if (!paths.add(one.path())) {
                throw new IllegalArgumentException("two axes vary " + one.path());
            }
            made.add(new Axis(one.path(), one.path(), new DrawnValues(one.source(), points, d, n), one.where()));
        }
        return List.copyOf(made);
    }

    Method method() {
        return method;
    }

    public long seed() {
        return seed;
    }

    List<Drawn> drawn() {
        return drawn;
    }

    @Override
    public List<Axis> axes() {
        return axes;
    }

    @Override
    public BigInteger size() {
        return BigInteger.valueOf(n);
    }

    @Override
    public Map<String, Object> get(BigInteger index) {
        Indices.check(index, size());
        Map<String, Object> point = new LinkedHashMap<>();
        axes.forEach(axis -> point.put(axis.path(), axis.domain().get(index.longValueExact())));
        return Collections.unmodifiableMap(point);
    }

    @Override
    public List<Space> parts() {
        return List.of();
    }

    /** Names may change, values not. */
    @Override
    public Space rewrite(Rewrite rewrite) {
        return new Sample(
                method, n, seed, drawn, axes.stream().map(rewrite::axis).toList());
    }

    @Override
    public String kind() {
        return "sample";
    }

    @Override
    public String toString() {
        return "sample[" + method + " n=" + n + " seed=" + seed + "]";
    }
}
