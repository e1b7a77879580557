package io.flowsweep.sweep.file.edit;

import io.flowsweep.config.ConfigPaths;
import io.flowsweep.errors.Problem;
import io.flowsweep.sweep.file.base.AxisPath;
import io.flowsweep.sweep.override.Element;
import io.flowsweep.sweep.override.OverrideValue;
import io.flowsweep.sweep.override.SweepOverride;
import io.flowsweep.sweep.override.SweepOverride.Kind;
import java.util.Optional;

/**
 * An override with what it means for a sweep.
 *
 * @param path where it takes effect: of an override of a list's item, the whole list
 * @param value what the path gets, with the text of numbers where a text is wanted; empty for a deletion
 */
record Edit(SweepOverride override, Target target, AxisPath path, Optional<OverrideValue> value) {

    enum Target {
        /** The base config, or what the file gives once for all variants. */
        BASE,
        /** The axis that varies the path, in its place. */
        AXIS,
        /** A new axis behind all others. */
        LAST_AXIS
    }

    boolean deletes() {
        return override.kind() == Kind.DELETE;
    }

    /** Whether the kind of the value that is there may change. */
    boolean forces() {
        return override.kind() == Kind.FORCE;
    }

    /** The override in one spelling, with the values as they are taken. */
    String normalised() {
        return new SweepOverride(override.kind(), ConfigPaths.split(path.path()), value, override.text()).normalised();
    }

    /** The origin of what it sets, for people. */
    String where() {
        return "command line: " + override.text();
    }

    /** The place of one of its values, for people. */
    String where(Element element) {
        return "column " + (element.at() + 1) + " of " + override.text();
    }

    Problem problem(String what, String cure) {
        return override.problem(what, 0, cure);
    }
}
