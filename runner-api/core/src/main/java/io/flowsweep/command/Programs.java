package io.flowsweep.command;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Suggestions;
import io.flowsweep.os.SearchPath;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The programs and scripts that command lines name. */
final class Programs {

    private static final Pattern INTERPRETER = Pattern.compile("#! *(/\\S+)(?: +(\\S+))?.*\\R");

    /**
     * What a run is given that decides where its programs are.
     *
     * @param python whether it has a Python of its own
     * @param path its {@code PATH}, when that is not as the command says
     */
    record Given(boolean python, Optional<String> path) {

        static final Given NOTHING = new Given(false, Optional.empty());
    }

    private final Path directory;
    private final String where;
    private final SearchPath path;
    private final boolean python;

    private Programs(Path directory, String where, SearchPath path, boolean python) {
        this.directory = directory;
        this.where = where;
        this.path = path;
        this.python = python;
    }

    /**
     * @param path empty for that of this process
     * @param python whether the program may be one of packages that are not there yet
     * @throws InvalidInputException when the command's directory is not there
     */
    static Programs of(CommandSpec spec, Optional<String> path, boolean python) {
        Map<String, String> environment = path.map(own -> Map.of("PATH", own)).orElse(Map.of());
        return new Programs(spec.existingDirectory(), spec.where("command"), SearchPath.of(environment), python);
    }

    /** The words that {@link #check} looks at: of equal ones it says the same. */
    static List<String> looksAt(List<String> argv, boolean shell) {
        List<String> words = shell ? CommandWords.ofLine(argv.get(0)) : argv;
        List<String> first = new ArrayList<>(words.subList(0, Math.min(1, words.size())));
        CommandWords.script(words).ifPresent(first::add);
        return first;
    }

    /** The files among them, by relative paths: a program that is named with its folder, and a script. */
    static Stream<String> filesOf(List<String> argv, boolean shell) {
        List<String> words = looksAt(argv, shell);
        boolean found = !words.isEmpty() && !words.get(0).contains("/");
        return words.stream().skip(found ? 1 : 0).filter(word -> isKnown(word) && !word.startsWith("/"));
    }

    /**
     * Sees that the program is there and may be executed, and that the script is there which it is given first. A word with a
     * {@code ${…}} is not looked at.
     *
     * @param argv one line when {@code shell}
     * @throws InvalidInputException otherwise
     */
    void check(List<String> argv, boolean shell) {
        List<String> words = looksAt(argv, shell);
        if (!words.isEmpty() && !python && isKnown(words.get(0))) {
            check(words.get(0), shell);
        }
        words.stream().skip(1).filter(Programs::isKnown).forEach(this::checkScript);
    }

    private static boolean isKnown(String word) {
        return !word.contains("${");
    }

    private void check(String program, boolean shell) {
        if (program.contains("/")) {
            Path file = directory.resolve(program).normalize();
            checkFile(file, program);
            checkInterpreter(file, program);
        } else if (path.find(program).isEmpty() && !(shell && isOfTheShell(program))) {
            throw new InvalidInputException("there is no command " + program + " on the PATH", where, cure(program));
        }
    }

    private String cure(String program) {
        String[] words = program.strip().split("\\s+");
        if (words.length > 1 && path.find(words[0]).isPresent()) {
            return "Write each word as an argument of its own: [" + String.join(", ", words) + "].";
        }
        return Suggestions.closest(program, path.names())
                .map(name -> "Did you mean " + name + "?")
                .orElse("Install it, or write where it is.");
    }

    /** Whether the shell has such a command itself; asked only about what nobody else has. */
    private static boolean isOfTheShell(String word) {
        try {
            return new ProcessBuilder("sh", "-c", "command -v \"$1\"", "sh", word)
                            .redirectInput(Redirect.from(new File("/dev/null")))
                            .redirectOutput(Redirect.DISCARD)
                            .redirectError(Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return true; // without a shell that is said when the line is to run
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void checkScript(String name) {
        if (!Files.exists(directory.resolve(name))) {
            throw new InvalidInputException(
                    "there is no " + name + " in " + directory, where, Suggestions.didYouMean(name, names(directory)));
        }
    }

    private void checkFile(Path file, String program) {
        if (Files.isDirectory(file)) {
            throw new InvalidInputException(
                    "the command " + program + " is a folder",
                    where,
                    "Name a program, and give it the folder as an argument.");
        }
        if (!Files.isRegularFile(file)) {
            throw new InvalidInputException(
                    "the command " + program + " does not exist",
                    where,
                    Suggestions.didYouMean(String.valueOf(file.getFileName()), names(file.getParent())));
        }
        if (!Files.isExecutable(file)) {
            throw new InvalidInputException(
                    "the command " + program + " cannot be executed",
                    where,
                    "Make it executable, chmod +x " + program + ", or name its interpreter first.");
        }
    }

    /** A script says in its first line what reads it: {@code #!/bin/sh}, {@code #!/usr/bin/env python3}. */
    private void checkInterpreter(Path script, String program) {
        Matcher line = INTERPRETER.matcher(beginning(script));
        if (!line.lookingAt()) {
            return;
        }
        String interpreter = line.group(1);
        boolean named = interpreter.endsWith("/env")
                && line.group(2) != null
                && !line.group(2).startsWith("-");
        String wanted = named ? line.group(2) : interpreter;
        boolean there = named ? path.find(wanted).isPresent() : Files.isExecutable(Path.of(interpreter));
        if (!there) {
            throw new InvalidInputException(
                    "the command " + program + " is read by " + wanted + ", which is not there",
                    where,
                    "Install it, or correct the first line of " + program + ".");
        }
    }

    /** The first bytes of a file, each as a character. */
    private static String beginning(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            return new String(content.readNBytes(256), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }

    private static List<String> names(Path folder) {
        String[] names = folder.toFile().list((parent, name) -> !name.startsWith("."));
        return names == null ? List.of() : List.of(names);
    }
}
