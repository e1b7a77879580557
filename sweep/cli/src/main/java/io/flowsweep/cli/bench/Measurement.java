package io.flowsweep.cli.bench;

import io.flowsweep.errors.InvalidInputException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What one command took.
 *
 * @param wallSeconds from its start to its end
 * @param cpuSeconds of it and all its descendants, as the shell's {@code times} counts them
 * @param bytes the most that it had resident, without its descendants; 0 where the system does not tell
 * @param files that it has left in its folder
 */
record Measurement(double wallSeconds, double cpuSeconds, long bytes, long files) {

    private static final long POLL_MILLIS = 10;
    private static final String SCRIPT = "\"$@\" >output 2>&1; code=$?; times >&3; exit $code";
    private static final Pattern TIME = Pattern.compile("(\\d+)m([\\d.]+)s");
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s*(\\d+) kB");

    /**
     * Runs a command to its end.
     *
     * @param folder where it runs; what is there before does not count among its files
     * @throws InvalidInputException when it fails, with the end of what it printed
     */
    static Measurement of(List<String> command, Path folder) throws InterruptedException {
        try {
            long before = files(folder);
            Path times = Files.createTempFile("flowsweep-bench-", ".times");
            List<String> line = new ArrayList<>(List.of("sh", "-c", "exec 3>'" + times + "'; " + SCRIPT, "bench"));
            line.addAll(command);
            long start = System.nanoTime();
            ProcessBuilder builder = new ProcessBuilder(line)
                    .directory(folder.toFile())
                    .redirectInput(Redirect.from(new File("/dev/null")));
            builder.environment().putIfAbsent("METAFLOW_USER", "bench"); // it insists on a name, and not root
            Process shell = builder.start();
            long bytes = 0;
            while (!shell.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                bytes = Math.max(
                        bytes,
                        shell.children().mapToLong(Measurement::peak).max().orElse(0));
            }
            double wall = (System.nanoTime() - start) / 1e9;
            double cpu = cpu(Files.readString(times));
            Files.delete(times);
            if (shell.exitValue() != 0) {
                throw new InvalidInputException(
                        "a benchmark failed with code " + shell.exitValue() + ": " + tail(folder.resolve("output")),
                        String.join(" ", command),
                        "");
            }
            return new Measurement(wall, cpu, bytes, files(folder) - before - 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The second line of {@code times} is of the shell's children: user and system time. */
    private static double cpu(String times) {
        Matcher found = TIME.matcher(times.lines().skip(1).findFirst().orElse(""));
        return found.results().mapToDouble(Measurement::seconds).sum();
    }

    private static double seconds(MatchResult time) {
        return Integer.parseInt(time.group(1)) * 60 + Double.parseDouble(time.group(2));
    }

    private static long peak(ProcessHandle process) {
        try {
            Matcher found = PEAK.matcher(Files.readString(Path.of("/proc", Long.toString(process.pid()), "status")));
            return found.find() ? Long.parseLong(found.group(1)) << 10 : 0;
        } catch (IOException e) {
            return 0; // it has ended, or there is no such file on this system
        }
    }

    private static long files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    private static String tail(Path output) throws IOException {
        List<String> lines =
                Files.readString(output).lines().filter(line -> !line.isBlank()).toList();
        return String.join("; ", lines.subList(Math.max(0, lines.size() - 3), lines.size()));
    }

    /**
     * What each further variant took, when this is of more variants than the other. Where too few were measured to tell them
     * from the start, what each took with the start.
     *
     * @param least of {@value Contender#LEAST} variants
     */
    Measurement each(Measurement least, int more) {
        return new Measurement(
                each(wallSeconds, least.wallSeconds, more),
                each(cpuSeconds, least.cpuSeconds, more),
                bytes,
                Math.round((files - least.files) / (double) more));
    }

    private static double each(double all, double least, int more) {
        return all > least ? (all - least) / more : all / (more + Contender.LEAST);
    }
}
