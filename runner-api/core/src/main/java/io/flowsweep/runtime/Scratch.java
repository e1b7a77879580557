package io.flowsweep.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A temporary folder of a run, made when first needed and gone with it; its name tells the process that made it. */
final class Scratch implements AutoCloseable {

    private Path root;

    /** A folder for the files of one task, or of one branch that reaches it; made by this call. */
    Path folder(String name) {
        try {
            if (root == null) {
                root = Files.createTempDirectory(
                        "flowsweep-" + ProcessHandle.current().pid() + "-");
            }
            return Files.createDirectories(root.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (root == null) {
            return;
        }
        try (Stream<Path> files = Files.walk(root)) {
            List<Path> all = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : all) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
