package io.flowsweep.maven;

import com.sun.management.OperatingSystemMXBean;
import io.flowsweep.runner.Runner;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Prints what libraries that are locked already cost a sweep: how much longer a new JVM takes to plan a flow that asks for ten
 * than one that asks for none. docs/benchmarks.md says how to start it and what came of it. Not run by a build.
 */
class LibrariesBenchmark {

    private static final int SAMPLES = 15;
    private static final int LIBRARIES = 10;

    @TempDir
    Path folder;

    @Test
    void aWarmSet() throws IOException, InterruptedException {
        TestRepository repository = new TestRepository(folder.resolve("repository"));
        List<String> packages = new ArrayList<>();
        for (int i = 0; i < LIBRARIES; i++) {
            packages.add("\"acme:part" + i + ":1\"");
            repository.publish("acme:part" + i + ":1", "acme.Part" + i, "");
        }
        List<Path> flows = new ArrayList<>(List.of(source("First", ""), source("Without", "")));
        flows.add(source(
                "With",
                "@Dependencies(value = {" + String.join(", ", packages) + "}, repositories = \"" + repository.named()
                        + "\")"));
        flows.forEach(flow -> Runner.of(flow).store(folder.resolve("store")).plan());
        List<double[]> taken = new ArrayList<>();
        for (int i = 0; i < SAMPLES; i++) {
            taken.add(plan(flows));
        }
        System.out.printf(
                Locale.ROOT,
                "%d locked libraries, median of %d new JVMs: %.0f ms, %.0f ms of CPU; load %.1f%n",
                LIBRARIES,
                SAMPLES,
                median(taken, 0),
                median(taken, 1),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private Path source(String name, String decorator) throws IOException {
        return Files.writeString(folder.resolve(name + ".java"), """
                import io.flowsweep.flow.*;

                %s
                public class %s extends FlowSpec {
                    @Step(next = "end") void start() {}
                    @Step void end() {}
                }
                """.formatted(decorator, name));
    }

    /** In a JVM of its own. */
    private double[] plan(List<Path> flows) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1", // as the launcher starts a driver
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Planning.class.getName(),
                        folder.resolve("store").toString(),
                        flows.get(0).toString(),
                        flows.get(1).toString(),
                        flows.get(2).toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String[] numbers = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .strip()
                .split(" ");
        process.waitFor();
        return new double[] {Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1])};
    }

    private static double median(List<double[]> taken, int part) {
        return taken.stream().mapToDouble(each -> each[part]).sorted().toArray()[SAMPLES / 2];
    }

    /**
     * Plans one flow after the other, and prints how much longer the last took than the one before: milliseconds, and those of CPU.
     */
    static final class Planning {

        private static final OperatingSystemMXBean SYSTEM =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

        public static void main(String[] args) {
            double[] before = {0, 0};
            double[] last = {0, 0};
            for (int i = 1; i < args.length; i++) {
                before = last;
                last = plan(Path.of(args[i]), Path.of(args[0]));
            }
            System.out.println((last[0] - before[0]) + " " + (last[1] - before[1]));
        }

        private static double[] plan(Path flow, Path store) {
            long start = System.nanoTime();
            long cpu = SYSTEM.getProcessCpuTime();
            Runner.of(flow).store(store).plan();
            return new double[] {(System.nanoTime() - start) / 1e6, (SYSTEM.getProcessCpuTime() - cpu) / 1e6};
        }
    }
}
