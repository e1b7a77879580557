package io.flowsweep.sweep.file.edit;

import io.flowsweep.codec.PlainValues;
import io.flowsweep.errors.Suggestions;
import io.flowsweep.sweep.file.axis.SpaceContext;
import io.flowsweep.sweep.file.edit.Edit.Target;
import io.flowsweep.sweep.override.Element;
import io.flowsweep.sweep.override.OverrideValue;
import io.flowsweep.sweep.override.OverrideValue.Numbers;
import io.flowsweep.sweep.override.OverrideValue.One;
import io.flowsweep.sweep.override.OverrideValue.Options;
import io.flowsweep.sweep.override.OverrideValue.Several;
import io.flowsweep.sweep.space.Axis;
import io.flowsweep.sweep.space.Product;
import io.flowsweep.sweep.space.Space;
import io.flowsweep.sweep.space.domain.Domain;
import io.flowsweep.sweep.space.domain.Group;
import io.flowsweep.sweep.space.domain.Values;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Overrides that change, remove or add axes. Confined to one thread. */
final class AxisEdits {

    private final SpaceContext context;
    private Space space;

    AxisEdits(Space space, SpaceContext context) {
        this.space = space;
        this.context = context;
    }

    Space space() {
        return space;
    }

    void apply(Edit edit) {
        String path = edit.path().path();
        Optional<Axis> old =
                space.axes().stream().filter(axis -> axis.path().equals(path)).findFirst();
        if (edit.deletes()) {
            space = without(space, path);
            return;
        }
        Optional<Domain> domain = domain(edit, edit.value().orElseThrow(), old.map(Axis::domain));
        if (domain.isEmpty()) {
            return;
        }
        Axis axis = context.axis(edit.path(), domain.get(), edit.where());
        if (edit.target() == Target.LAST_AXIS) {
            if (!axis.root().equals("config")) {
                context.base().checkPath(axis.root(), axis.relativePath(), edit.where(), context.problems());
            }
            List<Space> parts = new ArrayList<>(space instanceof Product ? space.parts() : List.of(space));
            parts.add(axis);
            space = Space.product(parts);
        } else {
            space = space.mapAxes(other -> other.path().equals(path) ? axis : other);
        }
    }

    /** All of the products down to the axis stay products. */
    private static Space without(Space space, String path) {
        List<Space> parts = new ArrayList<>();
        for (Space part : space.parts()) {
            if (!(part instanceof Axis axis && axis.path().equals(path))) {
                parts.add(part instanceof Product ? without(part, path) : part);
            }
        }
        return Space.product(parts);
    }

    private Optional<Domain> domain(Edit edit, OverrideValue value, Optional<Domain> old) {
        if (value instanceof Numbers numbers) {
            check(edit, numbers.range().get(0), new Element(null, null, numbers.at()));
            return Optional.of(numbers.range());
        }
        if (value instanceof Options options) {
            return options(edit, options, old);
        }
        List<Element> elements =
                value instanceof Several several ? several.elements() : List.of(((One) value).element());
        if (old.orElse(null) instanceof Group group) {
            return group(edit, elements, group);
        }
        List<Object> values = new ArrayList<>();
        Set<Object> seen = new HashSet<>();
        for (Element element : elements) {
            Object plain = element.plain();
            String where = edit.where(element);
            context.problems()
                    .attempt(() -> Optional.ofNullable(context.file().scope().expand(plain, where)))
                    .ifPresent(expanded -> values.add(expanded.orElse(null)));
            check(edit, plain, element);
            if (!seen.add(plain)) {
                context.problems()
                        .add(where, "the value " + PlainValues.text(plain) + " stands there twice", "Keep one.");
                return Optional.empty();
            }
        }
        return values.size() == elements.size() ? Optional.of(new Values(values)) : Optional.empty();
    }

    private void check(Edit edit, Object value, Element element) {
        if (!edit.forces()) {
            context.checkValue(edit.path(), value, "the override", edit.where(element));
        }
    }

    private Optional<Domain> options(Edit edit, Options options, Optional<Domain> old) {
        if (!(old.orElse(null) instanceof Group group)) {
            context.problems()
                    .add(edit.problem(
                            "glob() chooses among the options of a group, and \""
                                    + edit.path().path() + "\" has none",
                            "Write the values: a,b,c."));
            return Optional.empty();
        }
        List<String> names = group.options().stream().map(Group.Option::name).toList();
        List<String> chosen = options.glob().select(names);
        if (chosen.isEmpty()) {
            context.problems().add(edit.problem("no option fits", "There are: " + String.join(", ", names)));
            return Optional.empty();
        }
        return Optional.of(new Group(chosen.stream().map(group::option).toList()));
    }

    private Optional<Domain> group(Edit edit, List<Element> elements, Group group) {
        List<String> names = group.options().stream().map(Group.Option::name).toList();
        List<Group.Option> chosen = new ArrayList<>();
        for (Element element : elements) {
            String name = PlainValues.text(element.plain());
            if (!names.contains(name)) {
                context.problems()
                        .add(
                                edit.where(element),
                                "the group has no option \"" + name + "\"",
                                Suggestions.didYouMean(name, names));
                return Optional.empty();
            }
            if (chosen.contains(group.option(name))) {
                context.problems().add(edit.where(element), "the option " + name + " stands there twice", "Keep one.");
                return Optional.empty();
            }
            chosen.add(group.option(name));
        }
        return Optional.of(new Group(chosen));
    }
}
