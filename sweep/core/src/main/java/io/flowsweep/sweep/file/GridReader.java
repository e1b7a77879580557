package io.flowsweep.sweep.file;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import io.flowsweep.config.ConfigPaths;
import io.flowsweep.sweep.space.Axis;
import io.flowsweep.sweep.space.AxisNames;
import io.flowsweep.sweep.space.Domain;
import io.flowsweep.sweep.space.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads {@code grid { }} into axes, in the order of the text. Nested objects and dotted paths mean the same; a path begins
 * with {@code config} or {@code params}, or is a config path.
 */
final class GridReader {

    private static final Set<String> ROOTS = Set.of("config", "params");
    private static final Set<String> LATER_ROOTS = Set.of("run", "jvm", "environment", "flow");

    private final FileContext context;
    private final BaseValues base;
    private final Domains domains;
    private final List<Found> found = new ArrayList<>();

    /** An axis before it has a name. */
    private record Found(String written, String path, Domain domain, String where) {}

    GridReader(FileContext context, BaseValues base) {
        this.context = context;
        this.base = base;
        this.domains = new Domains(context);
    }

    List<Axis> read(ConfigObject grid, String where) {
        if (grid.isEmpty()) {
            context.problems().add(where, "the grid has no axis", "Add one, or remove the grid to run one variant.");
        }
        grid.forEach((key, value) -> {
            if (LATER_ROOTS.contains(key)) {
                context.problems()
                        .add(
                                place(List.of(key), value),
                                "an axis over \"" + key + "\" is not supported by this version",
                                "Vary config.* or params.*; a config key of that name is config." + key + ".");
            } else {
                node(List.of(key), value);
            }
        });
        checkOverlap();
        List<String> order =
                context.keys().ordered(found.stream().map(Found::written).toList());
        List<Found> sorted = order.stream()
                .map(written -> found.stream()
                        .filter(f -> f.written.equals(written))
                        .findFirst()
                        .orElseThrow())
                .toList();
        List<String> names = AxisNames.shortest(sorted.stream().map(Found::path).toList());
        List<Axis> axes = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            Found axis = sorted.get(i);
            axes.add(new Axis(axis.path, names.get(i), axis.domain, axis.where));
        }
        return axes;
    }

    private void node(List<String> segments, ConfigValue value) {
        String root = ROOTS.contains(segments.get(0)) ? segments.get(0) : "config";
        String path =
                ConfigPaths.join(ROOTS.contains(segments.get(0)) ? segments.subList(1, segments.size()) : segments);
        if (value instanceof ConfigObject object
                && (path.isEmpty()
                        || !Domains.isDomain(object, base.value(root, path).orElse(null)))) {
            if (object.isEmpty()) {
                context.problems()
                        .add(place(segments, value), "axis \"" + ConfigPaths.join(segments) + "\" is empty", "");
            }
            object.forEach((key, child) -> {
                List<String> longer = new ArrayList<>(segments);
                longer.add(key);
                node(longer, child);
            });
        } else if (path.isEmpty()) {
            context.problems()
                    .add(place(segments, value), "\"" + root + "\" cannot vary as a whole", "Name a path below it.");
        } else {
            axis(segments, root, path, value);
        }
    }

    private void axis(List<String> segments, String root, String path, ConfigValue value) {
        String where = place(segments, value);
        base.checkPath(root, path, where, context.problems());
        domains.read(path, value, where).ifPresent(domain -> {
            Iterable<Object> samples = domain instanceof Values values ? values.values() : List.of(domain.get(0));
            for (Object sample : samples) {
                base.checkKind(root, path, sample, where, context.problems());
            }
            found.add(new Found("grid." + ConfigPaths.join(segments), root + "." + path, domain, where));
        });
    }

    /** Two axes must not set the same thing. */
    private void checkOverlap() {
        for (Found a : found) {
            for (Found b : found) {
                boolean same = a != b && a.path.equals(b.path) && a.written.compareTo(b.written) < 0;
                if (same || b.path.startsWith(a.path + ".")) {
                    context.problems()
                            .add(
                                    b.where,
                                    "two axes vary \"" + a.path + "\", the other at " + a.where,
                                    "Keep one of them.");
                }
            }
        }
    }

    private String place(List<String> segments, ConfigValue value) {
        return context.keys().where("grid." + ConfigPaths.join(segments), value);
    }
}
