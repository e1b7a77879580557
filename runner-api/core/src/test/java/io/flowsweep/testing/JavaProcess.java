package io.flowsweep.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Another Java process, for tests of what processes do to each other. Its errors go to this process's. */
public final class JavaProcess {

    private JavaProcess() {}

    /** The command that starts this Java, for a program that is done before compiling its code better would pay off. */
    public static List<String> java() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC");
    }

    /** The same on the class path of this process. */
    public static List<String> javaWithClassPath() {
        List<String> command = new ArrayList<>(java());
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        return command;
    }

    /** Starts the main method of a test class, on the class path of this process. */
    public static Process start(Class<?> main, String... arguments) throws IOException {
        return builder(main, arguments).start();
    }

    /** The same on what it takes for another machine. */
    public static Process startOn(String machine, Class<?> main, String... arguments) throws IOException {
        return startWith(Map.of("HOSTNAME", machine), main, arguments);
    }

    /** The same with further environment variables. */
    public static Process startWith(Map<String, String> environment, Class<?> main, String... arguments)
            throws IOException {
        ProcessBuilder builder = builder(main, arguments);
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static ProcessBuilder builder(Class<?> main, String... arguments) {
        List<String> command = javaWithClassPath();
        command.add(main.getName());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    }

    /** All that the process prints until it ends, which must be with exit code 0. */
    public static String output(Process process) throws IOException, InterruptedException {
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (!process.waitFor(Conditions.LIMIT.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new AssertionError("the process failed: " + process + "\n" + output);
        }
        return output.strip();
    }
}
