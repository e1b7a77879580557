package io.flowsweep.sweep.file.axis;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import io.flowsweep.config.ConfigPaths;
import io.flowsweep.sweep.file.base.AxisPath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What an object of axes says of each path, in the order of the text. Nested objects and dotted paths mean the same; a path
 * begins with a root ({@link AxisPath#ROOTS}), or is a config path.
 */
final class AxisLeaves {

    /**
     * One path.
     *
     * @param written its place in the file, as a path
     */
    record Leaf(String written, ConfigValue value, AxisPath path, String where) {

        boolean isGroup() {
            return value instanceof ConfigObject object && DomainForm.isGroup(object);
        }
    }

    private final SpaceContext context;
    private final String prefix;
    private final List<Leaf> leaves = new ArrayList<>();

    private AxisLeaves(SpaceContext context, String prefix) {
        this.context = context;
        this.prefix = prefix;
    }

    /** @param prefix the path of the object in the file */
    static List<Leaf> of(SpaceContext context, String prefix, ConfigObject axes, String where) {
        if (axes.isEmpty()) {
            context.problems().add(where, "the grid has no axis", "Add one, or remove it to run one variant.");
        }
        AxisLeaves read = new AxisLeaves(context, prefix);
        read.children(List.of(), axes);
        List<String> order =
                context.keys().ordered(read.leaves.stream().map(Leaf::written).toList());
        return read.leaves.stream()
                .sorted(Comparator.comparingInt(leaf -> order.indexOf(leaf.written)))
                .toList();
    }

    private void children(List<String> segments, ConfigObject object) {
        object.forEach((key, child) -> {
            List<String> longer = new ArrayList<>(segments);
            longer.add(key);
            collect(longer, child);
        });
    }

    private void collect(List<String> segments, ConfigValue value) {
        AxisPath path = AxisPath.of(segments);
        if (value instanceof ConfigObject object && DomainForm.isGroup(object)) {
            add(segments, DomainForm.groupOnly(object), path);
            children(segments, DomainForm.withoutGroup(object));
            return;
        }
        Object base = context.base().value(path.root(), path.relative()).orElse(null);
        boolean nested = value instanceof ConfigObject object
                && (path.relative().isEmpty() && !path.isWhole() || !DomainForm.isDomain(object, base));
        if (!nested) {
            add(segments, value, path);
            return;
        }
        ConfigObject object = (ConfigObject) value;
        if (object.isEmpty()) {
            context.problems()
                    .add(
                            context.keys().where(written(segments), value),
                            "axis \"" + ConfigPaths.join(segments) + "\" is empty",
                            "Give it values, or remove it.");
        }
        children(segments, object);
    }

    private void add(List<String> segments, ConfigValue value, AxisPath path) {
        String where = context.keys().where(written(segments), value);
        if (path.relative().isEmpty() && !path.isWhole()) {
            context.problems().add(where, "\"" + path.root() + "\" cannot vary as a whole", "Name a path below it.");
        } else {
            context.checkReplaced(written(segments), context.keys().replacedIn(written(segments)), where);
            leaves.add(new Leaf(written(segments), value, path, where));
        }
    }

    private String written(List<String> segments) {
        return prefix + "." + ConfigPaths.join(segments);
    }
}
