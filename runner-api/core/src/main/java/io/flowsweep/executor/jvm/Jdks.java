package io.flowsweep.executor.jvm;

import io.flowsweep.errors.InvalidInputException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The JDKs in the folders where a machine usually has them, the same that the launcher searches. */
public final class Jdks {

    /** With what their paths begin: a folder, and often a part of a name in it. */
    private static final List<String> BEGINNINGS = List.of(
            "/usr/lib/jvm/",
            "/usr/java/",
            "/opt/java/",
            "/opt/jdk",
            "/opt/homebrew/opt/openjdk",
            "/usr/local/opt/openjdk",
            "/Library/Java/JavaVirtualMachines/");

    private static final List<String> BEGINNINGS_AT_HOME = List.of(".sdkman/candidates/java/", ".jdks/");

    /** Where in such a folder the JDK is: in the folder itself, or as macOS and Homebrew have it. */
    private static final List<String> INSIDE = List.of("", "Contents/Home", "libexec/openjdk.jdk/Contents/Home");

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
        String home = System.getProperty("user.home") + "/";
        return Stream.concat(BEGINNINGS.stream(), BEGINNINGS_AT_HOME.stream().map(home::concat))
                .flatMap(Jdks::beginningWith)
                .flatMap(place -> INSIDE.stream().map(place::resolve));
    }

    /** What there is whose path begins so, by name; nothing of a folder that is not there or may not be read. */
    static Stream<Path> beginningWith(String beginning) {
        int name = beginning.lastIndexOf('/') + 1;
        String[] names = new File(beginning.substring(0, name)).list();
        return names == null
                ? Stream.empty()
                : Stream.of(names)
                        .filter(each -> each.startsWith(beginning.substring(name)))
                        .sorted()
                        .map(each -> Path.of(beginning.substring(0, name), each));
    }
}
