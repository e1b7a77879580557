package io.flowsweep.config.format;

import io.flowsweep.errors.Problem;

/** A key that is given two values in one object, in whatever format. */
public final class Repeated {

    private Repeated() {}

    /**
     * What is said of it.
     *
     * @param path dotted
     * @param first the line of the first
     * @param line that of the other
     * @param description the text in the place of a file
     */
    public static Problem key(String path, int first, int line, String description) {
        return Problem.of(
                "\"" + path + "\" is given twice, "
                        + (first == line ? "both in this line" : "first in line " + first)
                        + ", and only the last would count",
                description + ":" + line,
                "Keep one of them.");
    }
}
