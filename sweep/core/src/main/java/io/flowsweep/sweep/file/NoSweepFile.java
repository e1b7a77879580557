package io.flowsweep.sweep.file;

import io.flowsweep.codec.ShellWord;
import io.flowsweep.config.ConfigFormat;
import io.flowsweep.config.SourcePlaces;
import io.flowsweep.errors.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What people name where a sweep file belongs: a folder, a file that is not there, the flow or the program itself. */
final class NoSweepFile {

    private NoSweepFile() {}

    /** @throws InvalidInputException when the file cannot be a sweep file, with the way from it to one */
    static void refuse(Path file) {
        if (Files.isDirectory(file)) {
            throw none(file, " is a folder, not a sweep file", NearFiles.in(file));
        }
        if (!Files.exists(file)) {
            throw new InvalidInputException("there is no file " + SourcePlaces.of(file), "", NearFiles.of(file));
        }
        String shown = SourcePlaces.of(file);
        String word = ShellWord.of(shown);
        if (file.toString().endsWith(".java")) {
            throw none(
                    file,
                    " is a flow, not a sweep file",
                    "Run it once with `flowsweep flow run " + word + "`, or name it in a sweep file");
        }
        if (file.toString().endsWith(".py")) {
            throw none(
                    file,
                    " is a program, not a sweep file",
                    "`flowsweep init . --script " + word
                            + "` writes a sweep file for a script; a flow of Metaflow runs"
                            + " once with `flowsweep flow run " + word + "`");
        }
        if (ConfigFormat.of(file).isEmpty() && Files.isExecutable(file)) {
            throw none(
                    file,
                    " is a program, not a sweep file",
                    "In a sweep file, flow { command = [\"" + shown + "\", \"${args}\"] } runs it");
        }
    }

    private static InvalidInputException none(Path file, String what, String cure) {
        return new InvalidInputException(SourcePlaces.of(file) + what, "", cure);
    }
}
