package io.flowsweep.config;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Suggestions;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Reads config files as text. */
final class ConfigFiles {

    private ConfigFiles() {}

    /** @param where the place that names the file, for errors; empty when a person did */
    static String read(Path file, String where) {
        String shown = SourcePlaces.of(file);
        if (Files.isDirectory(file)) {
            throw new InvalidInputException(shown + " is a folder, not a file", where, "");
        }
        if (!Files.exists(file)) {
            throw new InvalidInputException(
                    "there is no file " + shown,
                    where,
                    Suggestions.didYouMean(String.valueOf(file.getFileName()), namesBeside(file)));
        }
        try {
            String text = Files.readString(file);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (AccessDeniedException e) {
            throw new InvalidInputException(shown + " cannot be read", where, "Check its permissions.");
        } catch (CharacterCodingException e) {
            throw new InvalidInputException(shown + " is not UTF-8 text", where, "Save it as UTF-8.");
        } catch (IOException e) {
            throw new InvalidInputException(shown + " cannot be read: " + e.getMessage(), where, "");
        }
    }

    /** By the extension. */
    static ConfigFormat format(Path file, String where) {
        return ConfigFormat.of(file)
                .orElseThrow(() -> new InvalidInputException(
                        SourcePlaces.of(file) + " has no extension that tells its format",
                        where,
                        "A config file ends in one of " + ConfigFormat.allExtensions() + "."));
    }

    /** The files of the same folder; empty when there is no such folder. */
    static List<String> namesBeside(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(f -> f.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
