package io.flowsweep.sweep.spec;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where a sweep is written.
 *
 * @param file the sweep file, absolute
 * @param text of a sweep that was made in code
 * @param overrides those of the command line in one spelling, which is a part of what tells one sweep from another
 * @param places where the file gives what is no part of the config: path with its root to {@code file:line}
 * @param files every file that reading it takes: the sweep file, its config, included files, flows that an axis names
 */
public record SweepSource(
        Path file, Optional<SweepText> text, List<String> overrides, Map<String, String> places, Set<Path> files) {

    SweepSource at(Path otherFile) {
        return new SweepSource(otherFile, text, overrides, places, files);
    }
}
