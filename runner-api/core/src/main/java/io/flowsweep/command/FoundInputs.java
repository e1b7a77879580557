package io.flowsweep.command;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Problem;
import io.flowsweep.plan.CommandPlan.WorkPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The files that a command is given.
 *
 * @param root the deepest folder that holds the command's directory and all files
 * @param directory of the command
 * @param files absolute
 * @param warnings what is odd, one sentence each
 */
record FoundInputs(Path root, Path directory, List<Path> files, List<String> warnings) {

    /** Above this the default inputs are worth a word. */
    private static final long MUCH = 10 << 20;

    /**
     * Finds them.
     *
     * @throws InvalidInputException when there is no such folder, or a glob matches nothing
     */
    static FoundInputs of(CommandSpec spec) {
        Path directory = spec.existingDirectory();
        if (spec.inputs().isEmpty()) {
            DefaultInputs found = DefaultInputs.below(directory);
            List<Path> files = new ArrayList<>(found.files());
            spec.without().forEach(file -> files.remove(Path.of(file)));
            List<String> warnings = new ArrayList<>(found.warnings());
            long bytes =
                    files.stream().mapToLong(file -> file.toFile().length()).sum();
            if (bytes > MUCH) {
                warnings.add("the command's inputs are all " + files.size() + " files below " + directory + ", "
                        + bytes / 1_000_000 + " MB; name those that it needs with inputs");
            }
            return new FoundInputs(directory, directory, files, warnings);
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
        programs(spec)
                .filter(file -> !files.contains(file))
                .forEach(file -> problems.add(Problem.of(
                        directory.relativize(file) + ", which the command starts, is none of its inputs",
                        spec.where("inputs"),
                        "Add it to inputs.")));
        InvalidInputException.throwIfAny(problems);
        for (Path file : files) {
            while (!file.startsWith(root)) {
                root = root.getParent();
            }
        }
        return new FoundInputs(root, directory, List.copyOf(files), List.of());
    }

    /** What is started of the files in its directory: such a file has to be where it works. */
    private static Stream<Path> programs(CommandSpec spec) {
        if (spec.work() == WorkPolicy.SHARE) {
            return Stream.empty();
        }
        Path directory = Path.of(spec.directory());
        return Programs.filesOf(spec.argv(), spec.shell())
                .map(file -> directory.resolve(file).normalize())
                .filter(file -> file.startsWith(directory) && Files.isRegularFile(file));
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
