package io.flowsweep.sweep.engine.frozen;

import java.util.List;
import java.util.Optional;

/**
 * Which form of a sweep is run: that which its files have now, or one that was kept.
 *
 * @param overrides as they are written on the command line
 * @param frozen the address of the sweep as it was; empty when its files are read
 * @param copies what is used in the place of files as they are now
 */
public record Edition(List<String> overrides, Optional<String> frozen, Copies copies) {

    /** That of the files as they are now. */
    public static Edition now(List<String> overrides) {
        return new Edition(List.copyOf(overrides), Optional.empty(), Copies.NONE);
    }
}
