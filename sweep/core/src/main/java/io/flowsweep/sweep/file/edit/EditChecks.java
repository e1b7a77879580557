package io.flowsweep.sweep.file.edit;

import io.flowsweep.config.ConfigPaths;
import io.flowsweep.errors.Problem;
import io.flowsweep.errors.Suggestions;
import io.flowsweep.sweep.file.base.AxisPath;
import io.flowsweep.sweep.file.base.ConfigRoots;
import io.flowsweep.sweep.file.base.SweepKeys;
import io.flowsweep.sweep.file.edit.Edit.Target;
import io.flowsweep.sweep.override.SweepOverride.Kind;
import io.flowsweep.sweep.space.Axis;
import io.flowsweep.sweep.spec.SweepSpec;
import java.util.List;

/** Whether an override fits what the sweep has at its path. */
final class EditChecks {

    private final SweepSpec sweep;
    private final SweepPaths paths;
    private final List<Problem> problems;

    EditChecks(SweepSpec sweep, SweepPaths paths, List<Problem> problems) {
        this.sweep = sweep;
        this.paths = paths;
        this.problems = problems;
    }

    /**
     * Puts all that does not fit on the list of problems.
     *
     * @param written the path as it was written, which may lead into a list that the edit replaces as a whole
     */
    void check(Edit edit, AxisPath written) {
        AxisPath path = edit.path();
        paths.around(path)
                .filter(axis -> !SweepPaths.isGroup(axis))
                .ifPresent(axis -> add(
                        edit,
                        "\"" + axis.path() + "\" is varied as a whole at " + axis.where(),
                        "Override that path."));
        sweep.axes().stream()
                .filter(axis -> axis.path().startsWith(path.path() + "."))
                .filter(axis -> edit.target() != Target.AXIS)
                .findFirst()
                .ifPresent(axis -> add(
                        edit, "\"" + axis.path() + "\" below it is varied at " + axis.where(), "Override that path."));
        paths.settledElsewhere(path)
                .ifPresent(place -> add(edit, "\"" + path.path() + "\" is " + place, "Change it there."));
        if (edit.target() == Target.AXIS) {
            checkAxis(edit, paths.axis(path.path()).orElseThrow());
        } else if (edit.deletes() && path.isOfConfig() && !written.equals(path)) {
            add(edit, "an item of a list cannot be deleted", "Give the whole list.");
        } else {
            checkPresence(edit, written);
        }
    }

    private void checkAxis(Edit edit, Axis axis) {
        String node = paths.node(axis);
        if (SweepPaths.isJoined(node)) {
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
        boolean there = paths.isThere(written);
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
        boolean other = written.isOfConfig()
                && !paths.configs().isEmpty()
                && paths.configs().containsKey(ConfigRoots.ONE) != one;
        if (other) {
            add(
                    edit,
                    one ? "the sweep has several configs" : "the sweep has one config, without a name",
                    one
                            ? "Write " + paths.configs().keySet().iterator().next() + "." + written.relative() + "=…"
                            : "Write " + written.relative() + "=…");
        }
        return other;
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
        String what = "the config has no \"" + path.relative() + "\"";
        if (path.isOfConfig()) {
            what = paths.config(path).isEmpty()
                    ? "the sweep has no " + path.root()
                    : ConfigRoots.text(path.root()) + " has no \"" + path.relative() + "\"";
        }
        add(edit, what, cure(edit, path));
    }

    private String cure(Edit edit, AxisPath path) {
        String first = edit.override().segments().get(0);
        if (path.root().equals(ConfigRoots.ONE) && !first.equals(ConfigRoots.ONE) && SweepKeys.ALL.contains(first)) {
            return "\"" + first
                    + "\" is said in the sweep file: change it there. Overrides change the config, params, run, jvm,"
                    + " environment and flow.";
        }
        String word = ConfigRoots.written(path.root(), path.relative());
        String near = Suggestions.didYouMean(word, paths.known());
        if (edit.deletes()) {
            return near;
        }
        String add = "+" + edit.override().text() + " adds it";
        if (near.endsWith("?") || near.isEmpty() || edit.override().segments().size() > 1) {
            return near + (near.isEmpty() ? "" : near.endsWith("?") ? " " : ". ") + add + ".";
        }
        return near + ". " + add + " to the config; params." + edit.override().text() + " is a parameter of the flow.";
    }

    private void add(Edit edit, String what, String cure) {
        problems.add(edit.problem(what, cure));
    }
}
