package io.flowsweep.sweep.engine;

import com.sun.management.OperatingSystemMXBean;
import io.flowsweep.sweep.Sweep;
import io.flowsweep.sweep.SweepOptions;
import io.flowsweep.sweep.SweepRun;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a driver costs in a JVM that has run sweeps before, as in a notebook: of an {@code inline} flow that does nothing. See
 * docs/benchmarks.md. Not part of a build.
 */
class DriverBenchmark {

    private static final int WARM_UP = 5000;
    private static final int RUNS_OF_A_SIZE = 10_000;

    /** Of one alone no chart is drawn. */
    private static final int LEAST = 2;

    private static final int MOST_ROUNDS = 15;
    private static final int[] SIZES = {100, 1000, 10_000, 100_000};

    private static final String FLOW = """
            import io.flowsweep.flow.*;

            public class NoOp extends FlowSpec {
                @Parameter
                int number;

                Integer seen;

                @Step(next = "end")
                void start() {
                    seen = number;
                }

                @Step
                void end() {}
            }
            """;

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    @TempDir
    private Path folder;

    private int sweeps;

    @Test
    void costOfAVariantByTheSizeOfItsSweep() throws IOException {
        Files.writeString(folder.resolve("NoOp.java"), FLOW);
        run(WARM_UP);
        for (int size : SIZES) {
            List<Taken> further = new ArrayList<>();
            for (int round = 0; round < Math.max(1, RUNS_OF_A_SIZE / size) && round < MOST_ROUNDS; round++) {
                further.add(run(size).without(run(LEAST)));
            }
            further.sort(Comparator.comparing(Taken::cpuNanos));
            Taken median = further.get(further.size() / 2);
            System.out.printf(
                    Locale.ROOT,
                    "%,d variants: %.2f ms of CPU and %.2f ms for each but the first two, %d MB in use afterwards (median of %d, load %.1f)%n",
                    size,
                    median.cpuNanos() / 1e6 / (size - LEAST),
                    median.nanos() / 1e6 / (size - LEAST),
                    median.usedBytes() >> 20,
                    further.size(),
                    SYSTEM.getSystemLoadAverage());
        }
    }

    private record Taken(long cpuNanos, long nanos, long usedBytes) {

        Taken without(Taken least) {
            return new Taken(cpuNanos - least.cpuNanos, nanos - least.nanos, usedBytes);
        }
    }

    /** Everything counts, from the check of the file to the last chart. */
    private Taken run(int variants) throws IOException {
        String name = "noop" + sweeps++;
        Path file = Files.writeString(
                folder.resolve(name + ".conf"),
                "flow = NoOp.java, grid { params.number { from = 1, to = " + variants
                        + " } }, metrics { seen { artifact = seen } }");
        SweepOptions options = SweepOptions.defaults()
                .executor("inline")
                .store(folder.resolve("store-" + name))
                .results(folder.resolve("results"));
        long cpu = SYSTEM.getProcessCpuTime();
        long start = System.nanoTime();
        SweepRun run = Sweep.load(file).run(options);
        run.await();
        long nanos = System.nanoTime() - start;
        long taken = SYSTEM.getProcessCpuTime() - cpu;
        System.gc();
        long used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        run.close(); // until here it has its results
        return new Taken(taken, nanos, used);
    }
}
