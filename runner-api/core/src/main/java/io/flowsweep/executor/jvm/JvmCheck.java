package io.flowsweep.executor.jvm;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.flow.MemorySize;
import io.flowsweep.os.Redirects;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Whether a JVM starts with the options that it is to be given. */
public final class JvmCheck {

    /** These say what to run, which is for the executor to say. */
    private static final Set<String> NOT_OPTIONS = Set.of(
            "-jar",
            "-cp",
            "-classpath",
            "--class-path",
            "-m",
            "--module",
            "-version",
            "--version",
            "-help",
            "--help",
            "-?");

    private static final Pattern HEAP = Pattern.compile("-(?:Xmx|XX:MaxHeapSize=)(\\d+)([kKmMgGtT]?)");
    private static final String UNITS = "kmgt";

    /** What else a JVM says of options that it does not take: for each set of options it is asked once. */
    private static final Map<List<String>, Optional<String>> ANSWERS = new ConcurrentHashMap<>();

    /** How a JVM has started and ended. */
    record Start(boolean succeeded, String output) {}

    private JvmCheck() {}

    /**
     * Starts it once for each set of options.
     *
     * @param flags with which the executor starts it
     * @param options that a user has given on top of them
     * @param memoryBytes which it is not to exceed
     * @throws InvalidInputException with the JVM's own words when it does not start, or when an option asks for more heap than
     *     there is memory
     */
    public static void check(Jdk jdk, List<String> flags, List<String> options, long memoryBytes) {
        for (String option : options) {
            checkForm(option);
            checkHeap(option, memoryBytes);
        }
        if (options.isEmpty()) {
            return;
        }
        List<String> arguments = new ArrayList<>(flags);
        arguments.addAll(options);
        arguments.add("-version");
        List<String> key = new ArrayList<>(arguments);
        key.add(jdk.home().toString());
        ANSWERS.computeIfAbsent(key, k -> complaint(start(jdk.command(), arguments.toArray(String[]::new))))
                .ifPresent(complaint -> {
                    throw new InvalidInputException(
                            jdk + " does not start with the options " + String.join(" ", options) + ": " + complaint,
                            "",
                            "Correct them.");
                });
    }

    private static void checkForm(String option) {
        if (!option.startsWith("-") || NOT_OPTIONS.contains(option) || option.startsWith("-Dflowsweep.host.")) {
            throw new InvalidInputException(
                    "\"" + option + "\" is no option that a host's JVM can be given",
                    "",
                    "Options are for instance -Xms1g, -XX:+UseParallelGC or -Dname=value, each by itself.");
        }
    }

    private static void checkHeap(String option, long memoryBytes) {
        Matcher heap = HEAP.matcher(option);
        if (heap.matches() && bytes(heap.group(1), heap.group(2)) > memoryBytes) {
            throw new InvalidInputException(
                    option + " is more than the memory of the run, " + MemorySize.text(memoryBytes),
                    "",
                    "Ask for more with @Resources(memory = …) or run.resources.memory.");
        }
    }

    private static double bytes(String number, String unit) {
        int power = unit.isEmpty() ? 0 : 1 + UNITS.indexOf(unit.toLowerCase(Locale.ROOT));
        return Double.parseDouble(number) * Math.pow(1024, power);
    }

    private static Optional<String> complaint(Start start) {
        return start.succeeded()
                ? Optional.empty()
                : Optional.of(start.output()
                        .lines()
                        .filter(line -> !line.isBlank()
                                && !line.startsWith("Error: Could not create the Java")
                                && !line.startsWith("Error: A fatal exception"))
                        .collect(Collectors.joining("; ")));
    }

    /** Waits for its end. */
    static Start start(Path command, String... arguments) {
        List<String> line = new ArrayList<>(List.of(command.toString()));
        line.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(line)
                    .redirectInput(Redirects.NO_INPUT)
                    .redirectErrorStream(true)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Start(process.waitFor() == 0, output);
        } catch (IOException e) {
            return new Start(false, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Start(false, "interrupted while it was asked");
        }
    }
}
