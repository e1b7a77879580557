package io.flowsweep.errors;

/** Shows a place in a text that a person has written. */
public final class Caret {

    private static final int WIDEST = 100;

    private Caret() {}

    /**
     * A problem with the line of the text that holds the place, and a caret below it. Long lines are cut around the place.
     *
     * @param text all of the text
     * @param at an offset from 0 (inclusive) to the text's length (inclusive)
     * @param where {@code file:line} of the text; empty when it stands in the command itself
     */
    public static Problem problem(String what, String text, int at, String where, String cure) {
        int start = text.lastIndexOf('\n', at - 1) + 1;
        int end = text.indexOf('\n', at) < 0 ? text.length() : text.indexOf('\n', at);
        if (end - start > WIDEST) {
            start = Math.max(start, at - WIDEST / 2);
            end = Math.min(end, start + WIDEST);
        }
        String line = text.substring(start, end).replaceAll("\\p{Cntrl}", " ");
        String shown = what + "\n    " + line + "\n    " + " ".repeat(at - start) + "^";
        return cure.isEmpty() ? Problem.of(shown, where, "") : Problem.of(shown + "\n", where, "   " + cure);
    }
}
