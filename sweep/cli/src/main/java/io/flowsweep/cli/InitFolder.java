package io.flowsweep.cli;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Suggestions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code flowsweep init DIR}: the beginning of a sweep of one's own. */
final class InitFolder {

    private static final List<String> FILES = List.of("Darts.java", "darts.conf");

    private final InitCommand command;

    InitFolder(InitCommand command) {
        this.command = command;
    }

    int call() {
        Path folder = folder();
        Map<Path, String> files = new LinkedHashMap<>();
        FILES.forEach(name -> files.put(folder.resolve(name), template(name)));
        NewFiles.write(files, command.force);
        NewFiles.tell(command.spec.commandLine(), files.keySet(), command.json, out -> {
            out.println("Run them with: flowsweep run " + Texts.path(folder.resolve("darts.conf")));
        });
        return ExitCodes.SUCCESS;
    }

    private Path folder() {
        List<String> words = command.words;
        if (words.size() == 2 && !words.get(0).equals("java")) {
            throw new InvalidInputException(
                    words.get(0).equals("python")
                            ? "a flow in Python cannot be written yet"
                            : "there is no beginning in \"" + words.get(0) + "\"",
                    "init",
                    words.get(0).equals("python")
                            ? "Begin with one in Java: flowsweep init java " + words.get(1)
                            : Suggestions.didYouMean(words.get(0), List.of("java")));
        }
        try {
            return Path.of(words.get(words.size() - 1)).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new InvalidInputException("this is no folder's name: " + e.getMessage(), "init", "");
        }
    }

    private static String template(String name) {
        try (InputStream text = InitFolder.class.getResourceAsStream("init/" + name + ".txt")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
