package io.flowsweep.sweep.file.edit;

import com.typesafe.config.ConfigException;
import io.flowsweep.config.ConfigDocument;
import io.flowsweep.config.ConfigPaths;
import io.flowsweep.config.ResolvedConfig;
import io.flowsweep.sweep.file.base.AxisPath;
import io.flowsweep.sweep.file.base.ConfigRoots;
import io.flowsweep.sweep.space.Axis;
import io.flowsweep.sweep.space.Condition;
import io.flowsweep.sweep.space.Product;
import io.flowsweep.sweep.space.Space;
import io.flowsweep.sweep.space.domain.Bindings;
import io.flowsweep.sweep.space.domain.Bindings.Binding;
import io.flowsweep.sweep.space.domain.Group;
import io.flowsweep.sweep.spec.Setting;
import io.flowsweep.sweep.spec.SweepSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a sweep that has been read says of a path: what is there, and who decides it. */
final class SweepPaths {

    /** Nodes whose values belong together: one axis alone cannot be given others. */
    private static final Set<String> JOINED = Set.of("zip", "rows", "union", "bindings", "sample");

    private final SweepSpec sweep;
    private final Map<String, ResolvedConfig> configs = new LinkedHashMap<>();

    SweepPaths(SweepSpec sweep) {
        this.sweep = sweep;
        ConfigDocument names =
                ConfigDocument.of(sweep.base().names(), sweep.file().toString());
        sweep.base().configs().forEach((root, base) -> configs.put(root, base.resolve(names)));
    }

    /** The base configs, by their roots. */
    Map<String, ResolvedConfig> configs() {
        return configs;
    }

    /** The base config that the path is in. */
    Optional<ResolvedConfig> config(AxisPath path) {
        return Optional.ofNullable(configs.get(path.root()));
    }

    /** Whether the base has something there. */
    boolean isThere(AxisPath path) {
        if (path.isOfConfig()) {
            return config(path).filter(base -> base.has(path.relative())).isPresent() || listItem(path) != null;
        }
        return switch (path.root()) {
            case "params" ->
                sweep.base()
                        .params()
                        .containsKey(ConfigPaths.split(path.relative()).get(0));
            case "flow" -> true;
            default ->
                sweep.blocks()
                        .values(path.root())
                        .containsKey(ConfigPaths.split(path.relative()).get(0));
        };
    }

    /** The list of a base config that the path leads into; null when there is none. */
    ListItem listItem(AxisPath path) {
        return ListItem.find(configs, path);
    }

    /** All that may be overridden, as it is written. */
    List<String> known() {
        List<String> known = new ArrayList<>();
        configs.forEach((root, config) -> config.paths().forEach(p -> known.add(ConfigRoots.written(root, p))));
        sweep.base().params().keySet().forEach(name -> known.add("params." + name));
        sweep.axes().forEach(axis -> known.add(axis.path()));
        return known;
    }

    /** A value that stands for the kind of those at the path; null when there is none. */
    Object example(AxisPath path) {
        Object base = path.root().equals("params")
                ? sweep.base().params().get(path.relative())
                : config(path).flatMap(values -> values.value(path.relative())).orElse(null);
        return base != null
                ? base
                : axis(path.path()).map(axis -> axis.domain().get(0)).orElse(null);
    }

    /** The axis that varies just this path. */
    Optional<Axis> axis(String path) {
        return sweep.axes().stream().filter(axis -> axis.path().equals(path)).findFirst();
    }

    /** The axis that varies something around the path. */
    Optional<Axis> around(AxisPath path) {
        return sweep.axes().stream()
                .filter(axis -> path.path().startsWith(axis.path() + "."))
                .findFirst();
    }

    static boolean isGroup(Axis axis) {
        return axis.domain() instanceof Group;
    }

    /** Whether this kind of node is one in which an axis' values belong to those of others. */
    static boolean isJoined(String node) {
        return JOINED.contains(node);
    }

    /** The node around an axis in which its values belong to those of others; else the first one; {@code product} if it is free. */
    String node(Axis axis) {
        return node(sweep.variation().space(), axis.path());
    }

    private static String node(Space space, String path) {
        if (space instanceof Axis) {
            return "product";
        }
        String own = space instanceof Product ? "product" : space.kind();
        String below = space.parts().stream()
                .filter(part ->
                        part.axes().stream().anyMatch(axis -> axis.path().equals(path)))
                .findFirst()
                .map(part -> node(part, path))
                .orElse("product");
        boolean outer = JOINED.contains(own) || !own.equals("product") && !JOINED.contains(below);
        return outer ? own : below;
    }

    /** What gives a path its value whatever the base says, with its place, for people. */
    Optional<String> settledElsewhere(AxisPath path) {
        Condition derived = sweep.variation().derive().get(path.path());
        if (derived != null) {
            return Optional.of("derived at " + derived.where());
        }
        Optional<Setting> bound = sweep.base().bind().stream()
                .filter(setting -> setting.path().equals(path.path()))
                .findFirst();
        if (bound.isPresent()) {
            return Optional.of("bound at " + bound.get().where());
        }
        return sweep.axes().stream()
                .filter(axis -> axis.domain() instanceof Bindings)
                .flatMap(axis -> ((Bindings) axis.domain()).bindings().stream())
                .filter(binding -> sets(binding, path))
                .findFirst()
                .map(binding -> "set by the bindings, at " + binding.where());
    }

    private static boolean sets(Binding binding, AxisPath path) {
        try {
            return path.isOfConfig()
                    ? binding.configs().containsKey(path.root())
                            && binding.configs()
                                    .get(path.root())
                                    .root()
                                    .toConfig()
                                    .hasPathOrNull(path.relative())
                    : binding.others().containsKey(path.path());
        } catch (ConfigException e) {
            return false; // what a substitution puts there cannot be seen yet
        }
    }
}
