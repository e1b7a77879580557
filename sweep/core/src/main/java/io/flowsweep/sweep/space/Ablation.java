package io.flowsweep.sweep.space;

import io.flowsweep.sweep.space.domain.Domain;
import io.flowsweep.sweep.space.domain.Group;
import io.flowsweep.sweep.space.domain.Values;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;

/**
 * One factor at a time: the base point first, then for each axis in turn each of its other values, all else as in the base
 * point.
 *
 * @param axes the factors
 * @param base axis path to plain value, for every axis
 */
public record Ablation(List<Axis> axes, Map<String, Object> base) implements Space {

    private static final long MOST = 1_000_000;

    /**
     * @throws IllegalArgumentException when the base lacks an axis or names what is no option of one, or an axis has more than
     *     a million values
     */
    public Ablation {
        axes = List.copyOf(axes);
        AxisLists.disjoint(axes);
        Map<String, Object> point = new LinkedHashMap<>();
        List<Axis> others = new ArrayList<>();
        for (Axis axis : axes) {
            if (!base.containsKey(axis.path())) {
                throw new IllegalArgumentException("an ablation needs a base value for " + axis.path());
            }
            Object value = base.get(axis.path());
            point.put(axis.path(), value);
            others.add(axis.with(otherThan(axis, value)));
        }
        axes = List.copyOf(others);
        base = Collections.unmodifiableMap(point);
    }

    /** The base's value first, then the axis' own without it; options in their own order. */
    private static Domain otherThan(Axis axis, Object value) {
        Domain domain = axis.domain();
        if (domain.size() > MOST) {
            throw new IllegalArgumentException("an axis of an ablation has at most a million values, but " + axis.path()
                    + " has " + domain.size());
        }
        boolean named = domain.choice(domain.get(0)).isPresent();
        if (named && domain.choice(value).isEmpty()) {
            throw new IllegalArgumentException(
                    "an ablation begins at an option of " + axis.path() + ", and \"" + value + "\" is none");
        }
        if (named || Objects.equals(domain.get(0), value) && domain instanceof Values) {
            return domain;
        }
        List<Object> values = new ArrayList<>();
        values.add(value);
        LongStream.range(0, domain.size())
                .mapToObj(domain::get)
                .filter(other -> !Objects.equals(other, value))
                .forEach(values::add);
        return new Values(values);
    }

    @Override
    public BigInteger size() {
        return BigInteger.valueOf(
                1 + axes.stream().mapToLong(axis -> axis.domain().size() - 1).sum());
    }

    @Override
    public Map<String, Object> get(BigInteger index) {
        Indices.check(index, size());
        long rest = index.longValueExact() - 1;
        if (rest < 0) {
            return base;
        }
        for (Axis axis : axes) {
            long others = axis.domain().size() - 1;
            if (rest < others) {
                Map<String, Object> point = new LinkedHashMap<>(base);
                point.put(axis.path(), other(axis, rest));
                return Collections.unmodifiableMap(point);
            }
            rest -= others;
        }
        throw new IllegalStateException("checked above");
    }

    /** The value at a position among those that are not the base's. */
    private Object other(Axis axis, long position) {
        Object standard = base.get(axis.path());
        for (long i = 0; i <= position; i++) {
            if (Objects.equals(axis.domain().get(i), standard)) {
                return axis.domain().get(position + 1);
            }
        }
        return axis.domain().get(position);
    }

    @Override
    public List<Space> parts() {
        return List.copyOf(axes);
    }

    @Override
    public Space rewrite(Rewrite rewrite) {
        return new Ablation(
                axes.stream().map(axis -> withBase(axis, rewrite.axis(axis))).toList(), base);
    }

    /** Fewer options of a group, and the base's before them unless it is among them. */
    private Axis withBase(Axis before, Axis after) {
        Object value = base.get(before.path());
        if (before.domain() instanceof Group all
                && after.domain() instanceof Group fewer
                && fewer.choice(value).isEmpty()) {
            List<Group.Option> options = new ArrayList<>(List.of(all.option(value)));
            options.addAll(fewer.options());
            return after.with(new Group(options));
        }
        return after;
    }

    @Override
    public String kind() {
        return "ablation";
    }
}
