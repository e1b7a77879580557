package io.flowsweep.sweep.file.axis;

import com.typesafe.config.ConfigObject;
import io.flowsweep.sweep.file.axis.AxisLeaves.Leaf;
import io.flowsweep.sweep.space.Axis;
import io.flowsweep.sweep.space.Sample;
import io.flowsweep.sweep.space.domain.Domain;
import io.flowsweep.sweep.space.domain.TellingValues;
import io.flowsweep.sweep.space.domain.Values;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/** Reads an object of axes, {@code grid { }}, in the order of the text. */
final class GridReader {

    private final SpaceContext context;
    private final String prefix;
    private final Domains domains;

    /** @param prefix the path of the object in the file */
    GridReader(SpaceContext context, String prefix) {
        this.context = context;
        this.prefix = prefix;
        this.domains = new Domains(context);
    }

    /** The axes with values. Groups are read first: what they declare, other axes may vary. */
    List<Axis> read(ConfigObject grid, String where) {
        List<Leaf> leaves = AxisLeaves.of(context, prefix, grid, where);
        Map<Leaf, Axis> axes = new IdentityHashMap<>();
        leaves.stream().filter(Leaf::isGroup).forEach(leaf -> domain(leaf, axes));
        leaves.stream().filter(leaf -> !leaf.isGroup()).forEach(leaf -> domain(leaf, axes));
        List<Axis> ordered =
                leaves.stream().filter(axes::containsKey).map(axes::get).toList();
        return checked(ordered);
    }

    /** The axes of a sample, which may have no size. */
    List<Sample.Drawn> drawn(ConfigObject axes, String where) {
        List<Sample.Drawn> drawn = new ArrayList<>();
        for (Leaf leaf : AxisLeaves.of(context, prefix, axes, where)) {
            context.base().checkPath(leaf.path().root(), leaf.path().relative(), leaf.where(), context.problems());
            domains.source(leaf.path(), leaf.value(), leaf.where()).ifPresent(source -> {
                context.checkValue(leaf.path(), source.at(0.5), leaf.where());
                drawn.add(new Sample.Drawn(leaf.path().path(), source, leaf.where()));
            });
        }
        return drawn;
    }

    private void domain(Leaf leaf, Map<Leaf, Axis> axes) {
        Optional<Domain> domain =
                domains.read(leaf.path(), leaf.value(), leaf.where()).map(read -> placed(leaf, read));
        if (!leaf.isGroup()) {
            context.base().checkPath(leaf.path().root(), leaf.path().relative(), leaf.where(), context.problems());
            domain.ifPresent(d -> checkValues(leaf, d));
        }
        domain.ifPresent(d -> axes.put(leaf, context.axis(leaf.path(), d, leaf.where())));
    }

    private Domain placed(Leaf leaf, Domain domain) {
        return domain instanceof Values values
                ? new Values(values.values().stream()
                        .map(value -> context.placed(leaf.path(), value, leaf.where()))
                        .toList())
                : domain;
    }

    private void checkValues(Leaf leaf, Domain domain) {
        LongStream indices = domain instanceof Values ? LongStream.range(0, domain.size()) : TellingValues.of(domain);
        indices.forEach(index -> context.checkValue(leaf.path(), domain.get(index), leaf.where()));
    }

    /** Two axes must not set the same thing; only what a group has chosen may be varied further. */
    private List<Axis> checked(List<Axis> axes) {
        List<Axis> distinct = new ArrayList<>();
        for (Axis axis : axes) {
            axes.stream()
                    .filter(other -> !other.path().equals(axis.path()))
                    .forEach(other -> context.overlap(axis, other));
            if (distinct.stream()
                    .noneMatch(other -> other.path().equals(axis.path()) && context.overlap(axis, other))) {
                distinct.add(axis);
            }
        }
        return distinct;
    }
}
