package io.flowsweep.sweep.file.edit;

import io.flowsweep.config.ConfigPaths;
import io.flowsweep.config.VersionTexts;
import io.flowsweep.errors.Problem;
import io.flowsweep.sweep.file.base.AxisPath;
import io.flowsweep.sweep.file.edit.Edit.Target;
import io.flowsweep.sweep.override.Element;
import io.flowsweep.sweep.override.OverrideValue;
import io.flowsweep.sweep.override.OverrideValue.One;
import io.flowsweep.sweep.override.OverrideValue.Several;
import io.flowsweep.sweep.override.SweepOverride;
import io.flowsweep.sweep.spec.SweepSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Finds out what an override means for a sweep that has been read without any. */
final class EditReader {

    private final SweepSpec plain;
    private final SweepPaths paths;
    private final EditChecks checks;
    private final List<Problem> problems;

    /** What has been read, by the paths where it takes effect; of items of one list the last. */
    private final Map<AxisPath, Edit> edits = new LinkedHashMap<>();

    EditReader(SweepSpec plain, List<Problem> problems) {
        this.plain = plain;
        this.paths = new SweepPaths(plain);
        this.checks = new EditChecks(plain, paths, problems);
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
        ListItem item = paths.listItem(written);
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
            value = item.whole(override, plain.base().configs().get(path.root()), problems);
        } else {
            boolean text = paths.example(path) instanceof String;
            value = value.map(given -> texts(given, element -> text || isVersion(path, element)));
        }
        Edit edit = new Edit(override, target(override, path), path, value);
        checks.check(edit, written);
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
        boolean group = paths.axis(one.path()).filter(SweepPaths::isGroup).isPresent();
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
        if (paths.axis(path.path()).isPresent()) {
            return Target.AXIS;
        }
        return override.sweeps()
                        || paths.around(path).filter(SweepPaths::isGroup).isPresent()
                ? Target.LAST_AXIS
                : Target.BASE;
    }

    private Optional<Edit> problem(SweepOverride override, String what, String cure) {
        problems.add(override.problem(what, 0, cure));
        return Optional.empty();
    }
}
