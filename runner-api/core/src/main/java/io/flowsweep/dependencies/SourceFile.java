package io.flowsweep.dependencies;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Suggestions;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A {@code .java} file that was read: its absolute path and its bytes. */
record SourceFile(Path path, byte[] bytes) {

    /** @throws InvalidInputException when there is no such file, or it cannot be a Java source */
    static SourceFile read(Path file) {
        Path path = file.toAbsolutePath().normalize();
        String shown = shown(path);
        if (!Files.exists(path)) {
            throw new InvalidInputException(
                    "there is no such flow file",
                    shown,
                    Suggestions.didYouMean(path.getFileName().toString(), sources(path.getParent())));
        }
        if (!path.toString().endsWith(".java")) {
            throw new InvalidInputException(
                    "a flow is a .java file, or a .py file of Metaflow",
                    shown,
                    "Name the flow's source; a command is run, or deployed, by a sweep file that says `command`");
        }
        try {
            return new SourceFile(path, Files.readAllBytes(path));
        } catch (IOException e) {
            throw new InvalidInputException("the flow cannot be read: " + e, shown, "Make the file readable");
        }
    }

    /**
     * The text.
     *
     * @throws InvalidInputException when the bytes are not UTF-8
     */
    String text() {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new InvalidInputException("the source is not UTF-8", shown(), "Save the file as UTF-8");
        }
    }

    /** The path as people know it: relative when it is below the working directory. */
    String shown() {
        return shown(path);
    }

    static String shown(Path path) {
        Path here = Path.of("").toAbsolutePath();
        return (path.startsWith(here) ? here.relativize(path) : path).toString();
    }

    private static List<String> sources(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
