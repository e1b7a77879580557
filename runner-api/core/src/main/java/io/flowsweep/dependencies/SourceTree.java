package io.flowsweep.dependencies;

import io.flowsweep.errors.InvalidInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds the files below a folder. */
public final class SourceTree {

    private SourceTree() {}

    /**
     * The regular files below a folder whose names end so, in order; a file is below itself.
     *
     * @throws InvalidInputException when a folder below it cannot be read
     */
    public static List<Path> below(Path start, String extension) {
        try (Stream<Path> all = Files.walk(start)) {
            return all.filter(file -> file.toString().endsWith(extension) && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw unreadable(start, e.getCause());
        } catch (IOException e) {
            throw unreadable(start, e);
        }
    }

    private static InvalidInputException unreadable(Path start, IOException e) {
        return new InvalidInputException(
                "the sources cannot be read: " + e,
                SourceFile.shown(start),
                "Make every folder below it readable, or name a folder that holds only sources.");
    }
}
