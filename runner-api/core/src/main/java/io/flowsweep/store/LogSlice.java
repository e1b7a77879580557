package io.flowsweep.store;

import java.util.List;

/**
 * Some whole lines of a log.
 *
 * @param lines without line ends, in the order written
 * @param next the position after the last of them
 */
public record LogSlice(List<String> lines, long next) {

    public LogSlice {
        lines = List.copyOf(lines);
    }
}
