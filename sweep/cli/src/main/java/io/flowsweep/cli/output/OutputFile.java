package io.flowsweep.cli.output;

import io.flowsweep.errors.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that the user has asked for. */
public final class OutputFile {

    private OutputFile() {}

    /** @throws InvalidInputException when it cannot be written */
    public static void write(Path file, byte[] content) {
        try {
            if (file.toAbsolutePath().getParent() != null) {
                Files.createDirectories(file.toAbsolutePath().getParent());
            }
            Files.write(file, content);
        } catch (IOException e) {
            throw new InvalidInputException(
                    "the file cannot be written: " + e, file.toString(), "Name a file in a folder you may write.");
        }
    }
}
