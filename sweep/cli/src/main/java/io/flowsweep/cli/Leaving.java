package io.flowsweep.cli;

import io.flowsweep.errors.InvalidInputException;
import java.io.Console;
import java.util.List;

/** Asks before variants end that another driver runs and that are no longer in the sweep. */
final class Leaving {

    private Leaving() {}

    /**
     * @param names of these variants
     * @param yes whether that has been agreed to
     * @throws InvalidInputException when it is not agreed to, or there is nobody to ask
     */
    static void check(List<String> names, boolean yes) {
        if (names.isEmpty() || yes) {
            return;
        }
        String what = Texts.count(names.size(), "variant") + " that run now are no longer in the sweep: "
                + AddVerb.some(names);
        if (!Terminal.detect().interactive() || !agrees(System.console(), what)) {
            throw new InvalidInputException(what, "", "They go on. Add --yes to end them.");
        }
    }

    private static boolean agrees(Console console, String what) {
        String answer = console.readLine("%s. End them? [y/N] ", what);
        return answer != null && answer.strip().matches("(?i)y(es)?");
    }
}
