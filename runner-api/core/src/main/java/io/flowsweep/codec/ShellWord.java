package io.flowsweep.codec;

import java.util.regex.Pattern;

/** Texts as words of a POSIX shell. */
public final class ShellWord {

    /** What every shell takes as it is. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=+,@%^-]+");

    private ShellWord() {}

    /** The text as one word: as it is where that will do, else in single quotes. */
    public static String of(String text) {
        return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
