package io.flowsweep.sweep.expression;

import io.flowsweep.errors.Problem;

/** Something wrong at a place in the text of an expression; never leaves the package. */
final class ExpressionFault extends RuntimeException {

    private static final int WIDEST = 100;

    private final int at;
    private final String cure;

    /** @param at the offset in the text, from 0 */
    ExpressionFault(String what, int at, String cure) {
        super(what, null, false, false);
        this.at = at;
        this.cure = cure;
    }

    /** The problem with the line of the text and a caret below the place. */
    Problem problem(String text, String where) {
        int start = text.lastIndexOf('\n', at - 1) + 1;
        int end = text.indexOf('\n', at) < 0 ? text.length() : text.indexOf('\n', at);
        if (end - start > WIDEST) {
            start = Math.max(start, at - WIDEST / 2);
            end = Math.min(end, start + WIDEST);
        }
        String line = text.substring(start, end).replaceAll("\\p{Cntrl}", " ");
        String shown = "\n    " + line + "\n    " + " ".repeat(at - start) + "^";
        return Problem.of(
                getMessage() + shown + (cure.isEmpty() ? "" : "\n"), where, cure.isEmpty() ? "" : "   " + cure);
    }
}
