package io.flowsweep.sweep.engine.check;

import io.flowsweep.errors.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Looks whether folders can be written, without making them. */
public final class FolderChecks {

    private FolderChecks() {}

    /** Adds a problem unless the folder can be written, or can be made because the nearest existing one above can be. */
    public static void check(String what, Path folder, String cure, List<Problem> problems) {
        Path existing = folder;
        while (existing != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        if (existing == null || !Files.isDirectory(existing)) {
            problems.add(
                    Problem.of(what + " cannot be kept there: " + existing + " is no folder", folder.toString(), cure));
        } else if (!Files.isWritable(existing)) {
            problems.add(Problem.of(
                    what + " cannot be kept there: " + existing + " cannot be written", folder.toString(), cure));
        }
    }
}
