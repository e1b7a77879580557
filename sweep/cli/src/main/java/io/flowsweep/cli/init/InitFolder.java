package io.flowsweep.cli.init;

import io.flowsweep.cli.output.ExitCodes;
import io.flowsweep.cli.output.NewFiles;
import io.flowsweep.cli.output.Texts;
import io.flowsweep.codec.ShellWord;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Suggestions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code flowsweep init DIR}: the beginning of a sweep of one's own. */
final class InitFolder {

    /** By language, the names of files and of the templates that they are made of. */
    private static final Map<String, Map<String, String>> FILES = Map.of(
            "java", Map.of("Darts.java", "Darts.java.txt", "darts.conf", "darts.conf.txt"),
            "python", Map.of("darts.py", "darts.py.txt", "darts.conf", "darts-python.conf.txt"));

    private final InitCommand command;

    InitFolder(InitCommand command) {
        this.command = command;
    }

    int call() {
        Path folder = folder(command.words);
        String language = command.words.size() == 2 ? command.words.get(0) : "java";
        Map<Path, String> files = new TreeMap<>();
        FILES.get(language).forEach((name, template) -> files.put(folder.resolve(name), template(template)));
        NewFiles.write(files, command.force);
        NewFiles.tell(command.spec.commandLine(), files.keySet(), command.json, out -> {
            out.println("Run them with: flowsweep run " + ShellWord.of(Texts.path(folder.resolve("darts.conf"))));
        });
        return ExitCodes.SUCCESS;
    }

    /**
     * The folder, absolute.
     *
     * @param words the language, which may be absent, and the folder
     * @throws InvalidInputException when there is no such language, or no folder can be called so
     */
    static Path folder(List<String> words) {
        if (words.size() == 2 && !FILES.containsKey(words.get(0))) {
            throw new InvalidInputException(
                    "there is no beginning in \"" + words.get(0) + "\"",
                    "init",
                    Suggestions.didYouMean(words.get(0), FILES.keySet()));
        }
        try {
            return Path.of(words.get(words.size() - 1)).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new InvalidInputException("this is no folder's name: " + e.getMessage(), "init", "");
        }
    }

    private static String template(String name) {
        try (InputStream text = InitFolder.class.getResourceAsStream(name)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
