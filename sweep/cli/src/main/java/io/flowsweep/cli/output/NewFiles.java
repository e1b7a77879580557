package io.flowsweep.cli.output;

import io.flowsweep.codec.Json;
import io.flowsweep.errors.InvalidInputException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;
import picocli.CommandLine;

/** Files that a command has written for somebody. */
public final class NewFiles {

    private NewFiles() {}

    /**
     * Writes all, or none.
     *
     * @throws InvalidInputException when one is there already, unless it may be overwritten
     */
    public static void write(Map<Path, String> files, boolean force) {
        for (Path file : files.keySet()) {
            if (Files.exists(file) && !force) {
                throw new InvalidInputException(
                        Texts.path(file) + " is there already", "", "Add --force to overwrite it.");
            }
        }
        files.forEach((file, text) -> OutputFile.write(file, text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Says what was written; to people also what comes next. */
    public static void tell(CommandLine command, Collection<Path> files, boolean json, Consumer<PrintWriter> next) {
        PrintWriter out = command.getOut();
        if (json) {
            tellWritten(command, files, true);
        } else {
            files.forEach(file -> out.println("Wrote " + Texts.path(file)));
            next.accept(out);
        }
        out.flush();
    }

    /** Names what was written: to people each on a line of its own, to programs as {@code {"files":[…]}}. */
    public static void tellWritten(CommandLine command, Collection<Path> files, boolean json) {
        PrintWriter out = command.getOut();
        if (json) {
            out.print(Json.write(
                            Map.of("files", files.stream().map(Path::toString).toList())) + "\n");
        } else {
            files.forEach(out::println);
        }
        out.flush();
    }
}
