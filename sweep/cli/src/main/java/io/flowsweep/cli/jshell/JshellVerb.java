package io.flowsweep.cli.jshell;

import io.flowsweep.codec.Sha256;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.plots.AtomicFile;
import io.flowsweep.store.UserCache;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jdk.jshell.tool.JavaShellToolBuilder;

/**
 * Starts the JDK's own tool with our class path and imports. Snippets run in a JVM of their own, which the tool starts and
 * ends.
 */
final class JshellVerb {

    private static final String HOME = "flowsweep.home";

    private JshellVerb() {}

    /** The exit code, which is that of {@code /exit}. */
    static int run(List<String> words) throws Exception {
        return JshellFeedback.kept(JavaShellToolBuilder.builder()).start(arguments(startupFile(), words));
    }

    /** One for all sessions, so that none that is killed leaves one behind. */
    private static Path startupFile() {
        String startup = startup();
        Path file = UserCache.folder().resolve("startup-" + Sha256.of(startup).substring(0, 16) + ".jsh");
        try {
            if (Files.notExists(file)) {
                AtomicFile.write(file, out -> out.write(startup.getBytes(StandardCharsets.UTF_8)));
            }
            return file;
        } catch (IOException e) {
            throw new InvalidInputException(
                    "the script that JShell starts with cannot be written: " + e.getMessage(),
                    file.toString(),
                    "Make its folder writable, or set XDG_CACHE_HOME to another one.");
        }
    }

    /** What another tool needs to be the same. */
    static Map<String, Object> facts() {
        List<String> jars = List.of(System.getProperty("java.class.path").split(File.pathSeparator));
        return Map.of("classpath", jars, "startup", startup());
    }

    /** Later options win, so that people may name their own. */
    private static String[] arguments(Path startup, List<String> words) {
        List<String> arguments = new ArrayList<>(List.of("--class-path", System.getProperty("java.class.path")));
        Optional.ofNullable(System.getProperty(HOME)).ifPresent(home -> arguments.add("-R-D" + HOME + "=" + home));
        arguments.addAll(List.of("--startup", "DEFAULT", "--startup", startup.toString()));
        arguments.addAll(words);
        return arguments.toArray(String[]::new);
    }

    /** Imports and helpers. */
    private static String startup() {
        try (InputStream script = JshellVerb.class.getResourceAsStream("startup.jsh")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new InvalidInputException("JShell cannot be started: " + e.getMessage(), "", "");
        }
    }
}
