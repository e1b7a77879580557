package io.flowsweep.cli.output;

import java.io.PrintWriter;

/**
 * Where people read: lines, and on a terminal one live line below them which is redrawn in place. Thread-safe.
 *
 * <p>Every call flushes.
 */
public final class Screen {

    private static final String CLEAR = "\r\u001b[K";

    private final PrintWriter out;
    private final Terminal terminal;
    private String live = "";

    public Screen(PrintWriter out, Terminal terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    public Terminal terminal() {
        return terminal;
    }

    /** Prints whole lines above the live line. */
    public synchronized void print(String lines) {
        out.print(live.isEmpty() ? "" : CLEAR);
        out.print(lines);
        if (!lines.endsWith("\n")) {
            out.println();
        }
        out.print(live);
        out.flush();
    }

    /** Redraws the live line; an empty one takes it away. Does nothing without a terminal. */
    public synchronized void live(String line) {
        if (terminal.interactive() && !line.equals(live)) {
            out.print(CLEAR);
            out.print(line);
            out.flush();
            live = line;
        }
    }
}
