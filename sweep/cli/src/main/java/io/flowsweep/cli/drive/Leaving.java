package io.flowsweep.cli.drive;

import io.flowsweep.cli.output.Asking;
import io.flowsweep.cli.output.Texts;
import java.util.List;

/** Asks before variants end that another driver runs and that are no longer in the sweep. */
final class Leaving {

    private Leaving() {}

    /**
     * @param names of these variants
     * @param yes whether that has been agreed to
     * @throws io.flowsweep.errors.InvalidInputException when it is not agreed to, or there is nobody to ask
     */
    static void check(List<String> names, boolean yes) {
        if (!names.isEmpty()) {
            Asking.check(
                    Texts.count(names.size(), "variant") + " that run now are no longer in the sweep: "
                            + AddVerb.some(names),
                    "End them?",
                    yes);
        }
    }
}
