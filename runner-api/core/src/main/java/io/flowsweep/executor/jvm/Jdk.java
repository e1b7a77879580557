package io.flowsweep.executor.jvm;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.events.JvmSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Java on this machine that can carry out flows: 17 or newer.
 *
 * @param home its folder, absolute
 * @param feature 17 for Java 17.0.15
 */
public record Jdk(Path home, int feature) {

    /** The oldest that can carry out flows. */
    public static final int OLDEST = 17;

    private static final Jdk OWN = new Jdk(
            Path.of(System.getProperty("java.home")).toAbsolutePath(),
            Runtime.version().feature());

    private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"(?:1\\.)?(\\d+)[^\"]*\"");
    private static final Pattern TOLD = Pattern.compile("java\\.specification\\.version = (?:1\\.)?(\\d+)");

    /** What has been asked of a JVM itself, by its folder and the time of its command. */
    private static final Map<String, Optional<Integer>> ASKED = new ConcurrentHashMap<>();

    /** The Java of this JVM. */
    public static Jdk own() {
        return OWN;
    }

    /** @throws InvalidInputException when the Java that is asked for is not there, or is too old */
    public static Jdk of(Optional<JvmSettings> jvm) {
        return jvm.flatMap(JvmSettings::home).map(Jdk::named).orElse(OWN);
    }

    private static Jdk named(String home) {
        return home.matches("\\d{1,4}") ? Jdks.ofVersion(Integer.parseInt(home)) : at(Path.of(home));
    }

    /** @throws InvalidInputException when there is no Java in this folder, or it is too old */
    public static Jdk at(Path home) {
        Path folder = home.toAbsolutePath().normalize();
        if (!Files.isExecutable(command(folder))) {
            throw refused(folder, Files.isDirectory(folder) ? "this is no JDK: it has no bin/java" : "there is no JDK");
        }
        int feature = feature(folder).orElseThrow(() -> refused(folder, "this is no JDK: its bin/java does not run"));
        if (feature < OLDEST) {
            throw refused(folder, "this is Java " + feature + ", but flows need Java " + OLDEST + " or newer");
        }
        return new Jdk(folder, feature);
    }

    /** The command that starts it. */
    public Path command() {
        return command(home);
    }

    /**
     * Tells this build of it from others that have been or will be in the same folder.
     *
     * @throws IOException when the folder has none
     */
    public String build() throws IOException {
        Path modules = home.resolve("lib/modules");
        FileTime changed = Files.getLastModifiedTime(modules);
        return home + " " + feature + " " + changed + " " + Files.size(modules);
    }

    /** In the words of the JDK's own file, else in those of the JVM; empty when it does not run. */
    static Optional<Integer> feature(Path home) {
        Path release = home.resolve("release");
        try {
            Optional<Integer> written =
                    Files.isReadable(release) ? number(VERSION.matcher(Files.readString(release))) : Optional.empty();
            return written.isPresent()
                    ? written
                    : ASKED.computeIfAbsent(home + " " + Files.getLastModifiedTime(command(home)), key -> ask(home));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<Integer> ask(Path home) {
        JvmCheck.Start told = JvmCheck.start(command(home), "-XshowSettings:properties", "-version");
        return told.succeeded() ? number(TOLD.matcher(told.output())) : Optional.empty();
    }

    private static Optional<Integer> number(Matcher found) {
        return found.find() ? Optional.of(Integer.parseInt(found.group(1))) : Optional.empty();
    }

    private static Path command(Path home) {
        return home.resolve("bin").resolve("java");
    }

    private static InvalidInputException refused(Path home, String what) {
        return new InvalidInputException(what, home.toString(), "On this machine there are " + Jdks.listed() + ".");
    }

    /** {@code Java 17 in /usr/lib/jvm/java-17-openjdk}. */
    @Override
    public String toString() {
        return "Java " + feature + " in " + home;
    }
}
