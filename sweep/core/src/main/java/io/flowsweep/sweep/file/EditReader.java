package io.flowsweep.sweep.file;

import com.typesafe.config.ConfigException;
import io.flowsweep.config.ConfigDocument;
import io.flowsweep.config.ConfigPaths;
import io.flowsweep.config.ResolvedConfig;
import io.flowsweep.config.VersionTexts;
import io.flowsweep.errors.Problem;
import io.flowsweep.errors.Suggestions;
import io.flowsweep.sweep.file.Edit.Target;
import io.flowsweep.sweep.override.Element;
import io.flowsweep.sweep.override.OverrideValue;
import io.flowsweep.sweep.override.OverrideValue.One;
import io.flowsweep.sweep.override.OverrideValue.Several;
import io.flowsweep.sweep.override.SweepOverride;
import io.flowsweep.sweep.override.SweepOverride.Kind;
import io.flowsweep.sweep.space.Axis;
import io.flowsweep.sweep.space.Bindings;
import io.flowsweep.sweep.space.Bindings.Binding;
import io.flowsweep.sweep.space.Condition;
import io.flowsweep.sweep.space.Group;
import io.flowsweep.sweep.space.Product;
import io.flowsweep.sweep.space.Space;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Finds out what an override means for a sweep that has been read without any. */
final class EditReader {

    /** Nodes whose values belong together: one axis alone cannot be given others. */
    private static final Set<String> JOINED = Set.of("zip", "rows", "union", "bindings", "sample");

    private final SweepSpec plain;
    private final Map<String, ResolvedConfig> configs = new LinkedHashMap<>();
    private final List<Problem> problems;

    /** What has been read, by the paths where it takes effect; of items of one list the last. */
    private final Map<AxisPath, Edit> edits = new LinkedHashMap<>();

    EditReader(SweepSpec plain, List<Problem> problems) {
        this.plain = plain;
        ConfigDocument names = ConfigDocument.of(plain.names(), plain.file().toString());
        plain.configs().forEach((root, base) -> configs.put(root, base.resolve(names)));
        this.problems = problems;
    }

    /** What overrides mean, in their order; without those that do not fit, which are then problems. */
    List<Edit> read(List<SweepOverride> overrides) {
        overrides.forEach(override -> read(override).ifPresent(edit -> edits.put(edit.path(), edit)));
        return List.copyOf(edits.values());
    }

    private Optional<Edit> read(SweepOverride override) {
        int before = problems.size();
        AxisPath written = AxisPath.of(override.segments());
        if (written.relative().isEmpty() && !written.isWhole()) {
            return problem(
                    override, "\"" + written.root() + "\" as a whole cannot be overridden", "Name a path below it.");
        }
        ListItem item = ListItem.find(configs, written);
        AxisPath path = item == null ? written : item.list();
        Optional<OverrideValue> value = override.value();
        Optional<Edit> other = overlapping(path);
        if (other.isPresent()) {
            Optional<List<?>> items = item == null ? Optional.empty() : items(other.get());
            if (items.isEmpty() || override.sweeps()) {
                return problem(
                        override,
                        "\"" + path.path() + "\" is overridden by "
                                + other.get().override().text() + ", too",
                        "Give all of it in one override.");
            }
            item = new ListItem(item.list(), items.get(), item.inside());
        }
        if (item != null) {
            value = item.whole(override, plain.configs().get(path.root()), problems);
        } else {
            boolean text = example(path) instanceof String;
            value = value.map(given -> texts(given, element -> text || isVersion(path, element)));
        }
        Edit edit = new Edit(override, target(override, path), path, value);
        check(edit, written);
        return problems.size() == before ? Optional.of(edit) : Optional.empty();
    }

    /** What has been read for this path, or for one above or below it. */
    private Optional<Edit> overlapping(AxisPath path) {
        return edits.values().stream()
                .filter(edit -> contains(edit.path(), path) || contains(path, edit.path()))
                .findFirst();
    }

    /** Whether one is at the other or around it; what a group has chosen may be overridden further. */
    private boolean contains(AxisPath one, AxisPath other) {
        boolean group = axis(one.path()).filter(EditReader::isGroup).isPresent();
        return one.equals(other) || !group && other.path().startsWith(one.path() + ".");
    }

    /** The list that an override of one of its items gives. */
    private static Optional<List<?>> items(Edit edit) {
        boolean item = !AxisPath.of(edit.override().segments()).equals(edit.path());
        return item
                        && edit.value().orElse(null) instanceof One one
                        && one.element().plain() instanceof List<?> list
                ? Optional.of(list)
                : Optional.empty();
    }

    /** A value that stands for the kind of those at the path; null when there is none. */
    private Object example(AxisPath path) {
        Object base = path.root().equals("params")
                ? plain.params().get(path.relative())
                : config(path).flatMap(values -> values.value(path.relative())).orElse(null);
        return base != null
                ? base
                : axis(path.path()).map(axis -> axis.domain().get(0)).orElse(null);
    }

    /** As in a file, a version is no number: {@code params.version=1.10} keeps its zero. */
    private static boolean isVersion(AxisPath path, Element element) {
        List<String> segments = ConfigPaths.split(path.path());
        return element.plain() instanceof Number
                && element.written() != null
                && VersionTexts.isVersion(segments.get(segments.size() - 1), element.written());
    }

    private static OverrideValue texts(OverrideValue value, Predicate<Element> which) {
        UnaryOperator<Element> text = element -> which.test(element) ? element.text() : element;
        if (value instanceof One one) {
            return new One(text.apply(one.element()));
        }
        return value instanceof Several several
                ? new Several(several.elements().stream().map(text).toList(), several.at())
                : value;
    }

    private Target target(SweepOverride override, AxisPath path) {
        if (axis(path.path()).isPresent()) {
            return Target.AXIS;
        }
        return override.sweeps() || around(path).filter(EditReader::isGroup).isPresent()
                ? Target.LAST_AXIS
                : Target.BASE;
    }

    private void check(Edit edit, AxisPath written) {
        AxisPath path = edit.path();
        around(path)
                .filter(axis -> !isGroup(axis))
                .ifPresent(axis -> add(
                        edit,
                        "\"" + axis.path() + "\" is varied as a whole at " + axis.where(),
                        "Override that path."));
        plain.axes().stream()
                .filter(axis -> axis.path().startsWith(path.path() + "."))
                .filter(axis -> edit.target() != Target.AXIS)
                .findFirst()
                .ifPresent(axis -> add(
                        edit, "\"" + axis.path() + "\" below it is varied at " + axis.where(), "Override that path."));
        settledElsewhere(path).ifPresent(place -> add(edit, "\"" + path.path() + "\" is " + place, "Change it there."));
        if (edit.target() == Target.AXIS) {
            checkAxis(edit, axis(path.path()).orElseThrow());
        } else if (edit.deletes() && path.isOfConfig() && !written.equals(path)) {
            add(edit, "an item of a list cannot be deleted", "Give the whole list.");
        } else {
            checkPresence(edit, written);
        }
    }

    /** What gives a path its value, whatever the base says. */
    private Optional<String> settledElsewhere(AxisPath path) {
        Condition derived = plain.variation().derive().get(path.path());
        if (derived != null) {
            return Optional.of("derived at " + derived.where());
        }
        Optional<Setting> bound = plain.bind().stream()
                .filter(setting -> setting.path().equals(path.path()))
                .findFirst();
        if (bound.isPresent()) {
            return Optional.of("bound at " + bound.get().where());
        }
        return plain.axes().stream()
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

    private void checkAxis(Edit edit, Axis axis) {
        String node = node(plain.variation().space(), axis.path());
        if (JOINED.contains(node)) {
            add(
                    edit,
                    "\"" + edit.path().path() + "\" is varied inside of " + node + " (" + axis.where()
                            + "), where its values belong to those of others",
                    "Change them there, or leave variants out with --where.");
        } else if (edit.override().kind() == Kind.ADD) {
            add(
                    edit,
                    "\"" + edit.path().path() + "\" is there already, varied at " + axis.where(),
                    "Write it without +.");
        } else if (edit.deletes() && edit.value().isPresent()) {
            add(
                    edit,
                    "\"" + edit.path().path() + "\" is varied at " + axis.where(),
                    "~" + edit.override().path() + " removes the axis; --where 'x != 1' leaves out a value.");
        } else if (edit.deletes() && !node.equals("product")) {
            add(edit, "\"" + edit.path().path() + "\" cannot be removed from " + node, "Give it one value instead.");
        }
    }

    /** A path of the config must be there or not, as the mark in front says; a parameter that is not given is the flow's. */
    private void checkPresence(Edit edit, AxisPath written) {
        boolean single = written.root().equals("params") || written.root().equals("environment");
        if (single && ConfigPaths.split(written.relative()).size() > 1) {
            add(
                    edit,
                    "\"" + written.path() + "\" leads into a value of " + written.root(),
                    "Override the whole value.");
            return;
        }
        boolean there = isThere(written);
        Kind kind = edit.override().kind();
        if (there && kind == Kind.ADD) {
            add(edit, "\"" + written.path() + "\" is there already", "Write it without +.");
        } else if (!there && (kind == Kind.DELETE || kind == Kind.CHANGE && written.isOfConfig())) {
            unknown(edit, written);
        } else if (!there && written.isOfConfig()) {
            checkForm(edit, written);
        }
    }

    /** A sweep has one config, or several by their names; whether the path takes it for the other. */
    private boolean checkForm(Edit edit, AxisPath written) {
        boolean one = written.root().equals(ConfigRoots.ONE);
        boolean other = written.isOfConfig() && !configs.isEmpty() && configs.containsKey(ConfigRoots.ONE) != one;
        if (other) {
            add(
                    edit,
                    one ? "the sweep has several configs" : "the sweep has one config, without a name",
                    one
                            ? "Write " + configs.keySet().iterator().next() + "." + written.relative() + "=…"
                            : "Write " + written.relative() + "=…");
        }
        return other;
    }

    private Optional<ResolvedConfig> config(AxisPath path) {
        return Optional.ofNullable(configs.get(path.root()));
    }

    private boolean isThere(AxisPath path) {
        if (path.isOfConfig()) {
            return config(path).filter(base -> base.has(path.relative())).isPresent()
                    || ListItem.find(configs, path) != null;
        }
        return switch (path.root()) {
            case "params" ->
                plain.params().containsKey(ConfigPaths.split(path.relative()).get(0));
            case "flow" -> true;
            default ->
                plain.blocks()
                        .values(path.root())
                        .containsKey(ConfigPaths.split(path.relative()).get(0));
        };
    }

    private void unknown(Edit edit, AxisPath path) {
        if (edit.override().segments().get(0).equals("hydra")) {
            add(
                    edit,
                    "there is no \"hydra\" here",
                    "How variants are run is run.executor, run.parallel and so on, or -j 4.");
            return;
        }
        if (checkForm(edit, path)) {
            return;
        }
        List<String> known = new ArrayList<>();
        configs.forEach((root, config) -> config.paths().forEach(p -> known.add(ConfigRoots.written(root, p))));
        plain.params().keySet().forEach(name -> known.add("params." + name));
        plain.axes().forEach(axis -> known.add(axis.path()));
        String add = edit.deletes() ? "" : " +" + edit.override().text() + " adds it.";
        String what = "the config has no \"" + path.relative() + "\"";
        if (path.isOfConfig()) {
            what = config(path).isEmpty()
                    ? "the sweep has no " + path.root()
                    : ConfigRoots.text(path.root()) + " has no \"" + path.relative() + "\"";
        }
        add(edit, what, Suggestions.didYouMean(ConfigRoots.written(path.root(), path.relative()), known) + add);
    }

    private Optional<Axis> axis(String path) {
        return plain.axes().stream().filter(axis -> axis.path().equals(path)).findFirst();
    }

    /** The axis that varies something around the path. */
    private Optional<Axis> around(AxisPath path) {
        return plain.axes().stream()
                .filter(axis -> path.path().startsWith(axis.path() + "."))
                .findFirst();
    }

    private static boolean isGroup(Axis axis) {
        return axis.domain() instanceof Group;
    }

    /** The node around an axis in which its values belong to those of others; else the first one; {@code product} if it is free. */
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

    private void add(Edit edit, String what, String cure) {
        problems.add(edit.problem(what, cure));
    }

    private Optional<Edit> problem(SweepOverride override, String what, String cure) {
        problems.add(override.problem(what, 0, cure));
        return Optional.empty();
    }
}
