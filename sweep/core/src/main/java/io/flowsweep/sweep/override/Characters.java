package io.flowsweep.sweep.override;

import java.util.function.IntPredicate;

/** The text of an override and how far it has been read. */
final class Characters {

    /** What {@link #peek} tells at the end. */
    static final int END = -1;

    private final String all;
    private int at;

    Characters(String all) {
        this.all = all;
    }

    String all() {
        return all;
    }

    int at() {
        return at;
    }

    void back(int offset) {
        at = offset;
    }

    boolean ended() {
        return at == all.length();
    }

    int peek() {
        return ended() ? END : all.charAt(at);
    }

    /** The next character, which must be there. */
    char next() {
        return all.charAt(at++);
    }

    /** The next character for a message. */
    String shown() {
        return ended() ? "the end" : Character.toString(all.codePointAt(at));
    }

    boolean take(String sign) {
        boolean there = all.startsWith(sign, at);
        at += there ? sign.length() : 0;
        return there;
    }

    void skipBlanks() {
        word(c -> c == ' ' || c == '\t');
    }

    /** The longest run of such characters; may be empty. */
    String word(IntPredicate of) {
        int start = at;
        while (!ended() && of.test(all.charAt(at))) {
            at++;
        }
        return all.substring(start, at);
    }

    /** A text in quotes. Backslashes matter only in front of a quote: the last of an odd number keeps it from closing. */
    String quoted() {
        int start = at;
        char quote = next();
        StringBuilder value = new StringBuilder();
        while (!ended()) {
            String slashes = word(c -> c == '\\');
            if (peek() != quote) {
                value.append(slashes);
                if (!ended()) {
                    value.append(next());
                }
                continue;
            }
            at++;
            value.append(slashes, 0, slashes.length() / 2);
            if (slashes.length() % 2 == 0) {
                return value.toString();
            }
            value.append(quote);
        }
        throw new OverrideFault("the quote has no end", start, "Close it with " + quote + ".");
    }

    OverrideFault fault(String what, String cure) {
        return new OverrideFault(what, at, cure);
    }
}
