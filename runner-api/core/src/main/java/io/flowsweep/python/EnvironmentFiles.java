package io.flowsweep.python;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * The files of one environment in the cache: {@code KEY.json} says that it is whole and names its folder {@code KEY-…},
 * {@code KEY.lock} is held by who builds it, {@code KEY.used} by who uses it, and {@code KEY.log} tells why it could not be built.
 */
record EnvironmentFiles(Path folder, String key) {

    Path mark() {
        return folder.resolve(key + ".json");
    }

    Path lock() {
        return folder.resolve(key + ".lock");
    }

    Path used() {
        return folder.resolve(key + ".used");
    }

    Path log() {
        return folder.resolve(key + ".log");
    }

    /** Removes the environment, and what was begun of it and not brought to its end. */
    void remove() throws IOException {
        Files.deleteIfExists(mark());
        try (DirectoryStream<Path> attempts = Files.newDirectoryStream(folder, key + "-*")) {
            for (Path attempt : attempts) {
                Trees.remove(attempt);
            }
        }
    }

    /** When somebody last began to use it or to build it. */
    Instant lastUse() throws IOException {
        for (Path file : new Path[] {used(), mark(), lock()}) {
            if (Files.exists(file)) {
                return Files.getLastModifiedTime(file).toInstant();
            }
        }
        return Instant.now();
    }
}
