package io.flowsweep.command;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Suggestions;
import io.flowsweep.source.SearchPath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The programs and scripts that command lines name. */
final class Programs {

    private static final Pattern SCRIPT = Pattern.compile(".*\\.(py|R|r|jl|js|mjs|pl|rb|lua|m|sh|bash)");

    private static final Pattern INTERPRETER = Pattern.compile("#! *(/\\S+)(?: +(\\S+))?.*\\R");

    private Programs() {}

    /** The script that is run, else the program, without folder and extension. */
    static String nameOf(CommandSpec spec) {
        List<String> words = spec.shell() ? List.of(spec.argv().get(0).strip().split("\\s+")) : spec.argv();
        String named = words.size() > 1 && isScript(words.get(1)) ? words.get(1) : words.get(0);
        String file = named.substring(named.lastIndexOf('/') + 1);
        String stem = file.lastIndexOf('.') > 0 ? file.substring(0, file.lastIndexOf('.')) : file;
        String name = stem.replaceAll("[^\\p{L}\\p{N}_-]", "");
        return name.isEmpty() ? "command" : name;
    }

    /**
     * Sees that the program is there and may be executed.
     *
     * @throws InvalidInputException otherwise
     */
    static void check(String program, Map<String, String> environment, Path directory, String where) {
        if (program.contains("/")) {
            Path file = directory.resolve(program).normalize();
            checkFile(file, program, where);
            checkInterpreter(file, program, SearchPath.of(environment), where);
        } else {
            checkOnPath(program, SearchPath.of(environment), where);
        }
    }

    /**
     * Sees that the script is there which a program is given first.
     *
     * @throws InvalidInputException otherwise
     */
    static void checkScript(List<String> argv, Path directory, String where) {
        if (argv.size() > 1 && isScript(argv.get(1))) {
            Path script = directory.resolve(argv.get(1));
            if (!Files.exists(script)) {
                throw new InvalidInputException(
                        "there is no " + argv.get(1) + " in " + directory,
                        where,
                        Suggestions.didYouMean(argv.get(1), names(directory)));
            }
        }
    }

    private static boolean isScript(String word) {
        return SCRIPT.matcher(word).matches() && !word.startsWith("-");
    }

    private static void checkFile(Path file, String program, String where) {
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

    private static void checkOnPath(String program, SearchPath path, String where) {
        if (path.find(program).isEmpty()) {
            throw new InvalidInputException(
                    "there is no command " + program + " on the PATH",
                    where,
                    Suggestions.closest(program, path.names())
                            .map(name -> "Did you mean " + name + "?")
                            .orElse("Install it, or write where it is."));
        }
    }

    /** A script says in its first line what reads it: {@code #!/bin/sh}, {@code #!/usr/bin/env python3}. */
    private static void checkInterpreter(Path script, String program, SearchPath path, String where) {
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
        String[] names = folder.toFile().list();
        return names == null ? List.of() : List.of(names);
    }
}
