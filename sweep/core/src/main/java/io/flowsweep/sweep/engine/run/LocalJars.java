package io.flowsweep.sweep.engine.run;

import io.flowsweep.codec.Sha256;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.plan.DependencyPlan;
import io.flowsweep.runner.Runner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is in the jars that flows name by their files. Coordinates stand for their content; a file's name does not, so its
 * content is a part of what decides a result. Each file is read once. Thread-safe.
 */
final class LocalJars {

    private static final String ABSENT = "absent";

    private final Map<Path, Path> copies;
    private final Map<Path, String> contents = new ConcurrentHashMap<>();

    /** @param copies jar, absolute, to a copy of it that is used in its place */
    LocalJars(Map<Path, Path> copies) {
        this.copies = copies;
    }

    /**
     * A digest of code and of the local jars that it is run with; the code's own when there are none.
     *
     * @param runner of the variant; when its jars cannot be told, or are not there, its own run will say so
     */
    String with(String code, Runner runner) {
        List<Path> jars = named(runner);
        if (jars.isEmpty()) {
            return code;
        }
        Sha256 digest = new Sha256().add(code);
        jars.forEach(jar -> digest.add(contents.computeIfAbsent(jar, this::content)));
        return digest.hex();
    }

    private static List<Path> named(Runner runner) {
        try {
            return runner.preparation().libraries().stream()
                    .map(DependencyPlan::jars)
                    .flatMap(List::stream)
                    .map(Path::of)
                    .toList();
        } catch (InvalidInputException e) {
            return List.of();
        }
    }

    private String content(Path jar) {
        Path file = copies.getOrDefault(jar, jar);
        return Files.isRegularFile(file) ? Sha256.of(file) : ABSENT;
    }
}
