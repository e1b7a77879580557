package io.flowsweep.sweep.expression;

import io.flowsweep.errors.Caret;
import io.flowsweep.errors.Problem;

/** Something wrong at a place in the text of an expression; never leaves the package. */
final class ExpressionFault extends RuntimeException {

    private final int at;
    private final String cure;

    /** @param at the offset in the text, from 0 */
    ExpressionFault(String what, int at, String cure) {
        super(what, null, false, false);
        this.at = at;
        this.cure = cure;
    }

    Problem problem(String text, String where) {
        return Caret.problem(getMessage(), text, at, where, cure);
    }
}
