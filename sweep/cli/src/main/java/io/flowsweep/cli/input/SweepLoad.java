package io.flowsweep.cli.input;

import io.flowsweep.sweep.Sweep;

/** Loads the sweep that a command names. Not a method of the command, whose signatures its help has to load. */
public final class SweepLoad {

    private SweepLoad() {}

    /** @throws io.flowsweep.errors.InvalidInputException with all that is wrong with file or overrides */
    public static Sweep of(SweepInput input) {
        Sweep sweep = Sweep.load(input.file);
        return input.changes().length == 0 ? sweep : sweep.override(input.changes());
    }
}
