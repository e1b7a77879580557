package io.flowsweep.executor.jvm;

import io.flowsweep.errors.InvalidInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The JDKs in the folders where a machine usually has them, the same that the launcher searches. */
public final class Jdks {

    private static final List<String> FOLDERS =
            List.of("/usr/lib/jvm", "/usr/java", "/opt/java", "/Library/Java/JavaVirtualMachines");
    private static final List<String> FOLDERS_AT_HOME = List.of(".sdkman/candidates/java", ".jdks");

    private Jdks() {}

    /** One of each version, by version: of several this JVM's own, else the first by name. Only 17 and newer. */
    public static List<Jdk> onThisMachine() {
        TreeMap<Integer, Jdk> byFeature = new TreeMap<>();
        byFeature.put(Jdk.own().feature(), Jdk.own());
        places().filter(home ->
                        Files.isExecutable(home.resolve("bin/java")) && Files.isReadable(home.resolve("release")))
                .forEach(home -> Jdk.feature(home)
                        .filter(feature -> feature >= Jdk.OLDEST)
                        .ifPresent(feature -> byFeature.putIfAbsent(feature, new Jdk(home, feature))));
        return List.copyOf(byFeature.values());
    }

    /**
     * The JDK of this version.
     *
     * @throws InvalidInputException when this machine has none
     */
    public static Jdk ofVersion(int feature) {
        return onThisMachine().stream()
                .filter(jdk -> jdk.feature() == feature)
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        "there is no JDK " + feature + " on this machine",
                        "",
                        "There are " + listed() + "; give the folder of another."));
    }

    static String listed() {
        return onThisMachine().stream().map(Jdk::toString).collect(Collectors.joining(", "));
    }

    private static Stream<Path> places() {
        List<Path> folders = new ArrayList<>();
        FOLDERS.forEach(folder -> folders.add(Path.of(folder)));
        FOLDERS_AT_HOME.forEach(folder -> folders.add(Path.of(System.getProperty("user.home"), folder)));
        return folders.stream().flatMap(Jdks::children).flatMap(home -> Stream.of(home, home.resolve("Contents/Home")));
    }

    private static Stream<Path> children(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted(Comparator.naturalOrder()).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
