package io.flowsweep.sweep.file.text;

import io.flowsweep.config.SourcePlaces;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Suggestions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds the flow that a sweep file names: a source, a folder of sources, or one class of a jar or a folder, {@code
 * flows.jar!com.acme.Fit}.
 */
public final class FlowPaths {

    private FlowPaths() {}

    /**
     * @param named relative to the sweep file
     * @return absolute
     * @throws InvalidInputException when there is no such file or folder
     */
    public static Path find(FileNames names, String named, String where) {
        try {
            Path flow = names.file().resolveSibling(named).normalize();
            int mark = flow.toString().lastIndexOf('!');
            Path place = mark < 0 ? flow : Path.of(flow.toString().substring(0, mark));
            boolean folder =
                    Files.isDirectory(place) && (mark >= 0 || !sources(place).isEmpty());
            if (folder
                    || Files.isRegularFile(place)
                    || names.inCode().filter(flow::equals).isPresent()) {
                return flow;
            }
            if (named.strip().contains(" ") && !Files.exists(place)) {
                throw new InvalidInputException(
                        "the flow " + SourcePlaces.of(place) + " does not exist",
                        where,
                        "A command is written flow { command = \"" + named.strip()
                                + "\", shell = true }, or as a list of words.");
            }
            String what = Files.isDirectory(place) ? " is a folder without a source" : " does not exist";
            throw new InvalidInputException(
                    "the flow " + SourcePlaces.of(place) + what,
                    where,
                    Suggestions.didYouMean(String.valueOf(place.getFileName()), sources(place.getParent())));
        } catch (InvalidPathException e) {
            throw new InvalidInputException("the flow \"" + named + "\" is no path", where, "");
        }
    }

    private static List<String> sources(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
