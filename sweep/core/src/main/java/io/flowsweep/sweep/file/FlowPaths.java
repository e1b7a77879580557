package io.flowsweep.sweep.file;

import io.flowsweep.config.SourcePlaces;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Suggestions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds the flow that a sweep file names. */
final class FlowPaths {

    private FlowPaths() {}

    /**
     * @param sweepFile relative names start in its folder
     * @return absolute
     * @throws InvalidInputException when there is no such file
     */
    static Path find(Path sweepFile, String named, String where) {
        try {
            Path flow = sweepFile.resolveSibling(named).normalize();
            if (Files.isRegularFile(flow)) {
                return flow;
            }
            String what = Files.isDirectory(flow) ? " is a folder, not a file" : " does not exist";
            throw new InvalidInputException(
                    "the flow " + SourcePlaces.of(flow) + what,
                    where,
                    Suggestions.didYouMean(String.valueOf(flow.getFileName()), beside(flow)));
        } catch (InvalidPathException e) {
            throw new InvalidInputException("the flow \"" + named + "\" is no path", where, "");
        }
    }

    private static List<String> beside(Path flow) {
        Path folder = Files.isDirectory(flow) ? flow : flow.getParent();
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
