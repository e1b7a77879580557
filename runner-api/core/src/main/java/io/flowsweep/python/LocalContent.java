package io.flowsweep.python;

import io.flowsweep.codec.Sha256;
import io.flowsweep.dependencies.SourceTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** What is in a local package. */
final class LocalContent {

    /** Folders of what tools have made. */
    private static final Set<String> MADE = Set.of("__pycache__", "build", "dist", "node_modules", "venv");

    private LocalContent() {}

    /** A SHA-256 of a file; of a folder, over all its files but hidden ones and those that tools make. */
    static String digest(Path path) {
        if (Files.isRegularFile(path)) {
            return Sha256.of(path);
        }
        Sha256 digest = new Sha256();
        for (Path file : SourceTree.below(path, "")) {
            Path name = path.relativize(file);
            if (!isMade(name)) {
                digest.add(name.toString()).add(Sha256.of(file));
            }
        }
        return digest.hex();
    }

    private static boolean isMade(Path name) {
        for (Path part : name) {
            String text = part.toString();
            if (MADE.contains(text) || text.startsWith(".") || text.endsWith(".egg-info")) {
                return true;
            }
        }
        return false;
    }
}
