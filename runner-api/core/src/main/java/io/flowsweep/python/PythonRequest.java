package io.flowsweep.python;

import io.flowsweep.codec.PlainValues;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.events.PythonSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A Python that is asked for, with all files read that say what is to be installed.
 *
 * @param settings what is asked for
 * @param files the files of requirements and constraints, and local packages that are files: absolute
 */
public record PythonRequest(PythonSettings settings, Set<Path> files) {

    /** The words for it. */
    public static final Set<String> KEYS = Set.of("python", "packages", "requirements");

    public PythonRequest {
        files = Set.copyOf(files);
    }

    /**
     * Reads plain values: {@code python}, a version, a command or the path of one; {@code packages}, one or a list, as pip takes
     * them; {@code requirements}, a file or a list of files.
     *
     * @param folder where relative paths start; of those in a file of requirements it is the file's own
     * @param copies what is read in the place of a file, and installed in that of a local package
     * @param where the place of the values, for errors
     * @throws InvalidInputException when a file is missing, or a line of one is wrong
     */
    public static PythonRequest of(Map<String, ?> values, Path folder, UnaryOperator<Path> copies, String where) {
        RequirementLines lines = new RequirementLines(copies);
        texts(values.get("packages")).forEach(line -> lines.addPackage(line, folder, where));
        texts(values.get("requirements")).forEach(name -> lines.read(folder.resolve(name), where));
        Optional<String> python = Optional.ofNullable(values.get("python"))
                .map(PlainValues::text)
                .map(named ->
                        named.contains("/") ? folder.resolve(named).normalize().toString() : named);
        return new PythonRequest(lines.settings(python), lines.files());
    }

    /** @throws InvalidInputException as for the other */
    public static PythonRequest of(Map<String, ?> values, Path folder) {
        return of(values, folder, UnaryOperator.identity(), "");
    }

    private static List<String> texts(Object value) {
        if (value == null) {
            return List.of();
        }
        return value instanceof List<?> list
                ? list.stream().map(PlainValues::text).toList()
                : List.of(PlainValues.text(value));
    }
}
