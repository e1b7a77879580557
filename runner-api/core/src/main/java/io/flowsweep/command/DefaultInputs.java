package io.flowsweep.command;

import io.flowsweep.config.Git;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The inputs of a command that names none. */
record DefaultInputs(List<Path> files, List<String> warnings) {

    /** Texts for people, which change no result. */
    private static final Pattern DOCUMENTATION = Pattern.compile(
            "(?i)(readme|licen[cs]e|changelog|contributing|authors|citation|notice)(\\..*)?|(notes?|todo)(\\.txt)?"
                    + "|.*\\.(md|rst|adoc|org)");

    /** What editors and merges leave beside the file itself. */
    private static final Pattern BACKUP = Pattern.compile("(?i).*(~|\\.(bak|orig|rej|tmp|swp))|#.*#");

    /** What programs usually leave beside themselves when their output goes to a file. */
    private static final Pattern PRINTED = Pattern.compile("(?i).*\\.(log|out)");

    /** In a sweep file, the key that every one has. Others than the sweep's own change no result either. */
    private static final Pattern FLOW = Pattern.compile("(?m)^\"?flow\"?\\s*[:={]");

    /** Where tools usually leave what they make. */
    private static final Set<String> OUTPUT = Set.of(
            "results",
            "outputs",
            "multirun",
            "mlruns",
            "wandb",
            "lightning_logs",
            "logs",
            "runs",
            "target",
            "build",
            "dist",
            "node_modules",
            "__pycache__",
            "venv");

    /**
     * What git tracks below the folder, else all files but hidden ones and those that look like output; without documentation,
     * backups of editors and sweep files.
     */
    static DefaultInputs below(Path folder) {
        Optional<List<String>> tracked = git(folder, "ls-files", "-z", "--recurse-submodules");
        if (tracked.isEmpty()) {
            return new DefaultInputs(walk(folder), List.of());
        }
        List<Path> files = tracked.get().stream()
                .map(name -> folder.resolve(name).normalize())
                .filter(DefaultInputs::counts)
                .sorted()
                .toList();
        List<String> untracked =
                git(folder, "ls-files", "-z", "--others", "--exclude-standard").orElse(List.of()).stream()
                        .filter(name -> isCode(folder, folder.resolve(name)))
                        .toList();
        return new DefaultInputs(
                files,
                untracked.isEmpty()
                        ? List.of()
                        : List.of("the command does not see " + untracked.get(0)
                                + (untracked.size() == 1 ? "" : " and " + (untracked.size() - 1) + " more files")
                                + " in " + folder + ", which git does not track: git add them, or name inputs"));
    }

    /** Whether it neither is nor stands in what looks like output. */
    private static boolean isCode(Path folder, Path file) {
        return isCode(file)
                && Stream.iterate(file.getParent(), below -> !below.equals(folder), Path::getParent)
                        .noneMatch(DefaultInputs::isMade);
    }

    private static boolean isCode(Path file) {
        return counts(file)
                && !PRINTED.matcher(String.valueOf(file.getFileName())).matches();
    }

    private static boolean isMade(Path folder) {
        String name = String.valueOf(folder.getFileName()).toLowerCase(Locale.ROOT);
        return OUTPUT.contains(name) || name.startsWith(".") || Files.exists(folder.resolve("pyvenv.cfg"));
    }

    private static boolean counts(Path file) {
        String name = String.valueOf(file.getFileName());
        return Files.isRegularFile(file)
                && !name.startsWith(".")
                && !DOCUMENTATION.matcher(name).matches()
                && !BACKUP.matcher(name).matches()
                && !(name.endsWith(".conf") && isSweepFile(file));
    }

    private static boolean isSweepFile(Path file) {
        try {
            return FLOW.matcher(Files.readString(file)).find();
        } catch (IOException e) { // also when it is no text
            return false;
        }
    }

    private static List<Path> walk(Path folder) {
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path below, BasicFileAttributes attributes) {
                    return !below.equals(folder) && isMade(below)
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (isCode(file)) {
                        files.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    return FileVisitResult.CONTINUE; // what cannot be read is no input
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        files.sort(null);
        return files;
    }

    /** What git says, cut at zero bytes; empty when there is no git, or no checkout. */
    private static Optional<List<String>> git(Path folder, String... arguments) {
        return Git.output(folder, arguments).map(names -> names.isEmpty() ? List.of() : List.of(names.split("\0")));
    }
}
