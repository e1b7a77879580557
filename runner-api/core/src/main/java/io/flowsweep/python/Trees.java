package io.flowsweep.python;

import io.flowsweep.store.FileTrees;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** Folders with all in them. */
final class Trees {

    private Trees() {}

    /** How many files there are; but compiled ones of Python, which come and go. */
    static long files(Path folder) throws IOException {
        long[] count = {0};
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes) {
                return each.endsWith("__pycache__") ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                count[0]++;
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                return FileVisitResult.CONTINUE;
            }
        });
        return count[0];
    }

    /**
     * Removes it. What appears meanwhile is no error, and stays until the next time: an orphan of another process may still be at
     * work there.
     */
    static void remove(Path folder) throws IOException {
        try {
            FileTrees.remove(folder);
        } catch (DirectoryNotEmptyException e) {
            // it is no environment any more
        }
    }
}
