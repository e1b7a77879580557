package io.flowsweep.metaflow.source;

/**
 * A word of a Python program.
 *
 * @param text of a string its content, escapes as they are written
 * @param line from 1
 */
record PythonToken(Kind kind, String text, int line) {

    enum Kind {
        /** A name, a keyword or a number. */
        WORD,
        STRING,
        /** One character that is none of the others. */
        SIGN
    }

    boolean is(String word) {
        return kind != Kind.STRING && text.equals(word);
    }

    boolean isName() {
        return kind == Kind.WORD && !Character.isDigit(text.charAt(0));
    }
}
