package io.flowsweep.sweep.override;

import io.flowsweep.errors.Caret;
import io.flowsweep.errors.Problem;

/** Something wrong at a place in the text of an override; never leaves the package. */
final class OverrideFault extends RuntimeException {

    private final int at;
    private final String cure;

    /** @param at the offset in the text, from 0 */
    OverrideFault(String what, int at, String cure) {
        super(what, null, false, false);
        this.at = at;
        this.cure = cure;
    }

    /** The problem with its column, the text and a caret below the place. */
    Problem problem(String text) {
        return Caret.problem(getMessage(), text, at, "column " + (at + 1), cure);
    }
}
