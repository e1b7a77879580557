package io.flowsweep.config.format;

import java.util.List;
import java.util.Map;

/**
 * What a text in one of these formats says.
 *
 * @param values plain values, keys in the order of the text
 * @param keys those of objects, in the order of the text; an element of a list has its index as key, {@code [0]}; a format
 *     may leave out what is inside lists
 */
public record Structured(Map<String, Object> values, List<Key> keys) {

    /**
     * A key.
     *
     * @param path its segments
     * @param line from 1
     */
    public record Key(List<String> path, int line) {}

    /** Reads a text of one format. */
    @FunctionalInterface
    public interface Reader {

        /**
         * @param description what errors call the text, in the place of a file
         * @throws io.flowsweep.errors.InvalidInputException when it is not well formed, with its line
         */
        Structured read(String text, String description);
    }
}
