package io.flowsweep.client;

import java.util.List;

/**
 * The last lines that a run has printed.
 *
 * @param whole whether no line stands before them
 * @param lines in order; of a command whose standard error is a log of its own, those of its output and then those of that. The first
 *     may lack its beginning where it is very long
 * @param end the place behind all that was printed by then
 */
public record PrintedTail(boolean whole, List<LogLine> lines, LogPosition end) {

    public PrintedTail {
        lines = List.copyOf(lines);
    }
}
