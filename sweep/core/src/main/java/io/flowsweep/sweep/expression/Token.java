package io.flowsweep.sweep.expression;

import java.util.List;

/**
 * A word of an expression.
 *
 * @param text as it is written; empty at the end
 * @param value the number, the text without its quotes, or the segments of a name
 * @param at the offset in the expression, from 0
 */
record Token(Kind kind, String text, Object value, int at) {

    enum Kind {
        NUMBER,
        TEXT,
        NAME,
        SYMBOL,
        END
    }

    boolean is(String word) {
        return (kind == Kind.SYMBOL || kind == Kind.NAME) && text.equals(word);
    }

    @SuppressWarnings("unchecked")
    List<String> segments() {
        return (List<String>) value;
    }

    /** As a message calls it. */
    String shown() {
        return kind == Kind.END ? "the end" : "\"" + text + "\"";
    }
}
