package io.flowsweep.cli.bench;

import io.flowsweep.store.FileTrees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A temporary folder for a benchmark, with one part of it in use at a time. All is deleted at the end: a file system that has just
 * deleted very many files takes longer to make others.
 */
final class WorkFolder implements AutoCloseable {

    private final Path root;
    private int parts;

    WorkFolder() {
        try {
            root = Files.createTempDirectory("flowsweep-bench-").toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path root() {
        return root;
    }

    /** A new part, which is empty. */
    Path next() throws IOException {
        parts++;
        return Files.createDirectory(root.resolve("part-" + parts));
    }

    @Override
    public void close() {
        try {
            FileTrees.remove(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
