package io.flowsweep.sweep.file;

import io.flowsweep.config.SourcePlaces;
import io.flowsweep.errors.Suggestions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The sweep files that somebody may have meant who named one that is none. */
final class NearFiles {

    private static final String EXTENSION = ".conf";

    /** Where sweep files usually are, below the folder in which one looks for them. */
    private static final String USUAL = "sweeps";

    private NearFiles() {}

    /** What to say of a file that is not there: the nearest of its folder and of {@code sweeps} below, by its name without extension. */
    static String of(Path missing) {
        Path folder = missing.getParent();
        Map<String, Path> byStem = new LinkedHashMap<>();
        Stream.of(folder, folder.resolve(USUAL))
                .flatMap(each -> files(each).stream())
                .forEach(file -> byStem.putIfAbsent(stem(file), file));
        return Suggestions.closest(stem(missing), byStem.keySet())
                .map(near -> "Did you mean \"" + SourcePlaces.of(byStem.get(near)) + "\"?")
                .orElseGet(() -> listed(List.copyOf(byStem.values())));
    }

    /** What to say of a folder. */
    static String in(Path folder) {
        return "Name a .conf file in it. " + listed(files(folder));
    }

    private static String listed(List<Path> files) {
        return files.isEmpty()
                ? "There is no .conf file there."
                : Suggestions.didYouMean(
                        "", files.stream().map(SourcePlaces::of).toList());
    }

    private static String stem(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(EXTENSION) && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
