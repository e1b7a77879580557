package io.flowsweep.cli;

import io.flowsweep.errors.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
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
        Path startup = startup();
        try {
            return JavaShellToolBuilder.builder().start(arguments(startup, words));
        } finally {
            Files.deleteIfExists(startup);
        }
    }

    /** Later options win, so that people may name their own. */
    private static String[] arguments(Path startup, List<String> words) {
        List<String> arguments = new ArrayList<>(List.of("--class-path", System.getProperty("java.class.path")));
        Optional.ofNullable(System.getProperty(HOME)).ifPresent(home -> arguments.add("-R-D" + HOME + "=" + home));
        arguments.addAll(List.of("--startup", "DEFAULT", "--startup", startup.toString()));
        arguments.addAll(List.of("--feedback", "normal"));
        arguments.addAll(words);
        return arguments.toArray(String[]::new);
    }

    private static Path startup() {
        try (InputStream script = JshellVerb.class.getResourceAsStream("startup.jsh")) {
            Path copy = Files.createTempFile("flowsweep-", ".jsh");
            Files.copy(script, copy, StandardCopyOption.REPLACE_EXISTING);
            return copy;
        } catch (IOException e) {
            throw new InvalidInputException("JShell cannot be started: " + e.getMessage(), "", "");
        }
    }
}
