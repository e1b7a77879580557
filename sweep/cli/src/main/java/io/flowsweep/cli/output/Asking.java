package io.flowsweep.cli.output;

import io.flowsweep.errors.InvalidInputException;

/** Asks before something is done that cannot be undone. */
public final class Asking {

    private Asking() {}

    /**
     * @param what would be done
     * @param question for instance "End them?"
     * @param yes whether that has been agreed to
     * @throws InvalidInputException when it is not agreed to, or there is nobody to ask
     */
    public static void check(String what, String question, boolean yes) {
        if (yes || Terminal.detect().interactive() && agrees(what, question)) {
            return;
        }
        throw new InvalidInputException(what, "", "Nothing was done. Add --yes to agree.");
    }

    private static boolean agrees(String what, String question) {
        String answer = System.console().readLine("%s. %s [y/N] ", what, question);
        return answer != null && answer.strip().matches("(?i)y(es)?");
    }
}
