package io.flowsweep.command;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The files that a command is given.
 *
 * @param root the deepest folder that holds the command's directory and all files
 * @param directory of the command
 * @param files absolute
 * @param warnings what is odd, one sentence each
 */
record FoundInputs(Path root, Path directory, List<Path> files, List<String> warnings) {

    /**
     * Finds them.
     *
     * @throws InvalidInputException when there is no such folder, or a glob matches nothing
     */
    static FoundInputs of(CommandSpec spec) {
        Path directory = Path.of(spec.directory());
        if (!Files.isDirectory(directory)) {
            throw new InvalidInputException(
                    "there is no folder " + directory,
                    spec.where("directory"),
                    "Set directory to the folder that the command's files are in.");
        }
        if (spec.inputs().isEmpty()) {
            DefaultInputs found = DefaultInputs.below(directory);
            List<Path> files = new ArrayList<>(found.files());
            spec.without().forEach(file -> files.remove(Path.of(file)));
            return new FoundInputs(directory, directory, files, found.warnings());
        }
        Set<Path> files = new LinkedHashSet<>();
        List<Problem> problems = new ArrayList<>();
        Path root = directory;
        for (String glob : spec.inputs().get()) {
            List<Path> matching = Globs.files(directory, glob);
            if (matching.isEmpty()) {
                problems.add(Problem.of(
                        "no file matches the input \"" + glob + "\"",
                        spec.where("inputs"),
                        "It is searched from " + directory + "; ** stands for folders too."));
            }
            files.addAll(matching);
        }
        InvalidInputException.throwIfAny(problems);
        for (Path file : files) {
            while (!file.startsWith(root)) {
                root = root.getParent();
            }
        }
        return new FoundInputs(root, directory, List.copyOf(files), List.of());
    }

    /** Where a file stands below the root, with / between segments. */
    String place(Path file) {
        return root.relativize(file).toString();
    }

    /** Where the directory stands below the root. */
    String workDirectory() {
        return root.relativize(directory).toString();
    }
}
