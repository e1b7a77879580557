package io.flowsweep.sweep.override;

/**
 * One value as it was written.
 *
 * @param plain its plain value, canonical
 * @param written the text of an unquoted scalar, where {@code 1.10} differs from {@code 1.1}; else null
 * @param at where it begins in the override's text, from 0
 */
public record Element(Object plain, String written, int at) {

    /** The value where a text is wanted: of an unquoted number or word, that is how it was written. */
    public Element text() {
        return written == null || plain == null ? this : new Element(written, null, at);
    }
}
