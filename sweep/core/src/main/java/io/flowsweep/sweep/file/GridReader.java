package io.flowsweep.sweep.file;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import io.flowsweep.config.ConfigPaths;
import io.flowsweep.sweep.space.Axis;
import io.flowsweep.sweep.space.Domain;
import io.flowsweep.sweep.space.Group;
import io.flowsweep.sweep.space.Values;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads {@code grid { }} into axes, in the order of the text. Nested objects and dotted paths mean the same; a path begins
 * with a root ({@link AxisPath#ROOTS}), or is a config path.
 */
final class GridReader {

    private final SpaceContext context;
    private final String prefix;
    private final Domains domains;
    private final List<Found> found = new ArrayList<>();

    /** What the grid says of one path. */
    private record Leaf(List<String> segments, ConfigValue value, AxisPath path, String where) {

        boolean isGroup() {
            return value instanceof ConfigObject object && Domains.isGroup(object);
        }
    }

    private record Found(String written, Axis axis) {}

    /** @param prefix the path of the grid in the file */
    GridReader(SpaceContext context, String prefix) {
        this.context = context;
        this.prefix = prefix;
        this.domains = new Domains(context);
    }

    /** Groups are read first: what they declare, other axes may vary. */
    List<Axis> read(ConfigObject grid, String where) {
        if (grid.isEmpty()) {
            context.problems().add(where, "the grid has no axis", "Add one, or remove the grid to run one variant.");
        }
        List<Leaf> leaves = new ArrayList<>();
        grid.forEach((key, value) -> collect(List.of(key), value, leaves));
        leaves.sort(Comparator.comparing(Leaf::isGroup).reversed());
        leaves.forEach(this::axis);
        checkOverlap();
        Set<String> seen = new HashSet<>();
        return context.keys().ordered(found.stream().map(Found::written).toList()).stream()
                .map(written -> found.stream()
                        .filter(f -> f.written.equals(written))
                        .findFirst()
                        .orElseThrow()
                        .axis)
                .filter(axis -> seen.add(axis.path()))
                .toList();
    }

    private void collect(List<String> segments, ConfigValue value, List<Leaf> leaves) {
        AxisPath path = AxisPath.of(segments);
        if (value instanceof ConfigObject object && Domains.isGroup(object)) {
            leaves.add(new Leaf(segments, Domains.groupOnly(object), path, place(segments, value)));
            children(segments, Domains.withoutGroup(object), leaves);
            return;
        }
        Object base = context.base().value(path.root(), path.relative()).orElse(null);
        boolean nested = value instanceof ConfigObject object
                && (path.relative().isEmpty() && !path.isWhole() || !Domains.isDomain(object, base));
        if (!nested) {
            leaves.add(new Leaf(segments, value, path, place(segments, value)));
            return;
        }
        ConfigObject object = (ConfigObject) value;
        if (object.isEmpty()) {
            context.problems().add(place(segments, value), "axis \"" + ConfigPaths.join(segments) + "\" is empty", "");
        }
        children(segments, object, leaves);
    }

    private void children(List<String> segments, ConfigObject object, List<Leaf> leaves) {
        object.forEach((key, child) -> {
            List<String> longer = new ArrayList<>(segments);
            longer.add(key);
            collect(longer, child, leaves);
        });
    }

    private void axis(Leaf leaf) {
        AxisPath path = leaf.path;
        if (path.relative().isEmpty() && !path.isWhole()) {
            context.problems()
                    .add(leaf.where, "\"" + path.root() + "\" cannot vary as a whole", "Name a path below it.");
            return;
        }
        Optional<Domain> domain = domains.read(path, leaf.value, leaf.where);
        if (!leaf.isGroup()) {
            context.base().checkPath(path.root(), path.relative(), leaf.where, context.problems());
            domain.ifPresent(d -> checkValues(path, d, leaf.where));
        }
        domain.ifPresent(d -> found.add(new Found(written(leaf.segments), context.axis(path, d, leaf.where))));
    }

    private void checkValues(AxisPath path, Domain domain, String where) {
        Iterable<Object> samples = domain instanceof Values values ? values.values() : List.of(domain.get(0));
        for (Object sample : samples) {
            context.checkValue(path, sample, where);
        }
    }

    /** Two axes must not set the same thing; only what a group has chosen may be varied further. */
    private void checkOverlap() {
        for (Found f : found) {
            for (Found g : found) {
                Axis a = f.axis;
                Axis b = g.axis;
                boolean same = f != g && a.path().equals(b.path()) && f.written.compareTo(g.written) < 0;
                boolean inside = b.path().startsWith(a.path() + ".") && !(a.domain() instanceof Group);
                if (same || inside) {
                    context.problems()
                            .add(
                                    b.where(),
                                    "two axes vary \"" + a.path() + "\", the other at " + a.where(),
                                    "Keep one of them.");
                }
            }
        }
    }

    private String written(List<String> segments) {
        return prefix + "." + ConfigPaths.join(segments);
    }

    private String place(List<String> segments, ConfigValue value) {
        return context.keys().where(written(segments), value);
    }
}
