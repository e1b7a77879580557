package io.flowsweep.store;

import java.util.List;

/**
 * The last whole lines of a log.
 *
 * @param whole whether no line stands before them
 * @param lines without line ends, in the order written; the first lacks its beginning where it alone is longer than what was asked for
 * @param next the position after the last of them
 */
public record LogTail(boolean whole, List<String> lines, long next) {

    public LogTail {
        lines = List.copyOf(lines);
    }
}
