package io.flowsweep.source;

import java.util.regex.Pattern;

/** Printed text as a terminal would show it. */
public final class TerminalText {

    private static final char ESCAPE = '\u001B';

    /** A control sequence of ECMA-48, such as that which begins a colour. */
    private static final Pattern CONTROL = Pattern.compile(ESCAPE + "\\[[0-?]*[ -/]*[@-~]");

    private TerminalText() {}

    /** A line without colours and the like. */
    public static String plain(String line) {
        return line.indexOf(ESCAPE) < 0 ? line : CONTROL.matcher(line).replaceAll("");
    }
}
