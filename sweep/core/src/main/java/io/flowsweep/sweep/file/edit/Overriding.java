package io.flowsweep.sweep.file.edit;

import io.flowsweep.config.ConfigDocument;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Problem;
import io.flowsweep.sweep.file.axis.SpaceContext;
import io.flowsweep.sweep.file.edit.Edit.Target;
import io.flowsweep.sweep.file.text.ProblemList;
import io.flowsweep.sweep.override.Element;
import io.flowsweep.sweep.override.OverrideValue.One;
import io.flowsweep.sweep.override.SweepOverride;
import io.flowsweep.sweep.space.Axis;
import io.flowsweep.sweep.space.Variation;
import io.flowsweep.sweep.spec.SweepSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Overrides of the command line at work while a sweep file is read: one value for a path that no axis varies changes what the
 * file gives, and everything else changes the axes.
 */
public final class Overriding {

    public static final Overriding NONE = new Overriding(List.of(), Restriction.parse(List.of()));

    private final List<Edit> edits;
    private final Restriction restriction;

    private Overriding(List<Edit> edits, Restriction restriction) {
        this.edits = edits;
        this.restriction = restriction;
    }

    /**
     * Finds out what overrides mean.
     *
     * @param plain the sweep without them
     * @throws InvalidInputException with all that do not fit the sweep
     */
    public static Overriding of(List<SweepOverride> overrides, Restriction restriction, SweepSpec plain) {
        List<Problem> problems = new ArrayList<>();
        List<Edit> edits = new EditReader(plain, problems).read(overrides);
        InvalidInputException.throwIfAny(problems);
        return new Overriding(edits, restriction);
    }

    /**
     * These overrides, and values for axes of the sweep that they make.
     *
     * @param values what is to be added to the sweep
     * @param begun the sweep
     * @throws InvalidInputException with all that give something else than values to an axis
     */
    public Overriding and(List<SweepOverride> values, SweepSpec begun) {
        List<Problem> problems = new ArrayList<>();
        List<Edit> more = new EditReader(begun, problems).read(values);
        for (Edit edit : more) {
            if (edit.deletes()) {
                problems.add(edit.problem("nothing can be taken from a sweep that has begun", "Give values to add."));
            } else if (edit.target() != Target.AXIS) {
                problems.add(edit.problem(
                        "\"" + edit.path().path()
                                + "\" is no axis of the sweep, and what is added differs in axes only",
                        axes(begun)));
            }
        }
        InvalidInputException.throwIfAny(problems);
        return new Overriding(Stream.concat(edits.stream(), more.stream()).toList(), restriction);
    }

    private static String axes(SweepSpec sweep) {
        String names = sweep.axes().stream().map(Axis::name).collect(Collectors.joining(", "));
        return (names.isEmpty() ? "It has no axis" : "Give values of " + names)
                + "; or run the sweep's file with this override, which reuses what is the same.";
    }

    /** The overrides in one spelling; those that set one value come first, by their paths, as their order does not matter. */
    public List<String> normalised() {
        Comparator<Edit> order = Comparator.comparing(edit -> edit.target() == Target.LAST_AXIS);
        Stream<String> ofEdits = edits.stream()
                .sorted(order.thenComparing(edit ->
                        edit.target() == Target.LAST_AXIS ? "" : edit.path().path()))
                .map(Edit::normalised);
        return Stream.concat(ofEdits, restriction.normalised().stream()).toList();
    }

    /** The sweep file with other parameters, run, jvm, environment and flow. */
    public ConfigDocument file(ConfigDocument file) {
        ConfigDocument changed = file;
        for (Edit edit : edits) {
            if (edit.target() == Target.BASE && !edit.path().isOfConfig()) {
                changed = edit.deletes()
                        ? changed.without(edit.path().path())
                        : changed.with(edit.path().path(), element(edit).plain(), edit.where());
            }
        }
        return changed.settled();
    }

    /** The base configs, by their roots, with other values. */
    public Map<String, ConfigDocument> configs(
            Map<String, ConfigDocument> configs, ConfigDocument names, ProblemList problems) {
        BaseEdits changed = new BaseEdits(configs, names, problems);
        edits.stream()
                .filter(edit -> edit.target() == Target.BASE && edit.path().isOfConfig())
                .forEach(changed::apply);
        return changed.configs();
    }

    /** The variation with other axes, and of its points those that are wanted. */
    public Variation variation(Variation variation, SpaceContext context) {
        AxisEdits changed = new AxisEdits(variation.space(), context);
        edits.stream().filter(edit -> edit.target() != Target.BASE).forEach(changed::apply);
        return restriction.of(variation.withSpace(changed.space()), context.problems());
    }

    static Element element(Edit edit) {
        return ((One) edit.value().orElseThrow()).element();
    }
}
