package io.flowsweep.store;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders with all that is in them. */
public final class FileTrees {

    private FileTrees() {}

    /** Removes a file that may not be there; asking the system once or twice, where the JDK's own way fails and looks why. */
    public static void removeFile(Path path) throws IOException {
        File file = path.toFile();
        if (!file.delete() && file.exists()) {
            Files.delete(path);
        }
    }

    /**
     * Removes a file, or a folder with all in it; nothing when there is none. Symbolic links are not followed, and what
     * vanishes meanwhile is no error: two may remove the same.
     *
     * @throws IOException when something cannot be removed, or has appeared meanwhile
     */
    public static void remove(Path path) throws IOException {
        if (!Files.isSymbolicLink(path)) {
            File[] inside = path.toFile().listFiles();
            if (inside != null) {
                for (File each : inside) {
                    remove(each.toPath());
                }
            }
        }
        Files.deleteIfExists(path);
    }
}
