package io.flowsweep.config;

import java.util.Optional;

/**
 * Where a key is written.
 *
 * @param path its dotted path
 * @param where {@code file:line}
 * @param selfReferring whether its value builds on an earlier one of the same key, by {@code +=} or {@code ${its path}}
 * @param replaced where an earlier block of the same text gives it a value that is lost by this one, as {@code file:line}
 */
public record KeyPlace(String path, String where, boolean selfReferring, Optional<String> replaced) {

    /** The same key of an object inside the document, with the path that it has there. */
    public KeyPlace at(String inner) {
        return new KeyPlace(inner, where, selfReferring, replaced);
    }
}
