package io.flowsweep.sweep.file;

import io.flowsweep.sweep.file.resolve.Variants;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What variants cost to make, in processor time of the one thread that makes them, and whether memory grows with their number; see
 * docs/benchmarks.md.
 */
class SpaceBenchmark {

    private static final int ROUNDS = 5;

    @TempDir
    Path dir;

    @Test
    void variants() throws IOException, InterruptedException {
        SweepFolder folder = SweepFolder.in(dir);
        Variants variants = folder.variants(file(66));
        for (int round = 0; round < ROUNDS; round++) {
            long start = time();
            int n = 5_000;
            int sum = 0;
            for (int i = 0; i < n; i++) {
                sum += variants.get(i).identity("digest").length();
            }
            System.out.printf("expand, resolve and hash: %.1f µs a variant (%d)%n", (time() - start) / 1e3 / n, sum);
        }
        long start = time();
        Variants many = folder.variants(file(66));
        long loaded = time();
        many.get(0);
        many.get(many.size().subtract(BigInteger.ONE).longValueExact());
        many.get(123_456_789_012L);
        System.out.printf(
                "a plan of %s: read and checked in %.1f ms, count, first, last and one more in %.2f ms%n",
                many.size(), (loaded - start) / 1e6, (time() - loaded) / 1e6);
        stream();
    }

    private static long time() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** In a JVM of its own with a small heap. */
    private void stream() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        SpaceBenchmark.class.getName(),
                        dir.toString())
                .inheritIO()
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("the stream did not get through");
        }
    }

    /** Streams a million variants. */
    public static void main(String[] arguments) throws IOException {
        Variants variants = new SweepFolder(Path.of(arguments[0])).variants(file(66));
        long start = time();
        long n;
        try (Stream<?> stream = variants.stream().limit(1_000_000)) {
            n = stream.filter(variant -> variant.hashCode() != 1).count();
        }
        System.out.printf(
                "%d variants streamed in %.1f s within %d MB%n",
                n, (time() - start) / 1e9, Runtime.getRuntime().maxMemory() >> 20);
    }

    /** Three axes of 10,000 values over a config of so many leaves, a sixth of them substituted. */
    private static String file(int leaves) {
        StringBuilder config = new StringBuilder("config { a = 0, b = 0, c = 0\n");
        for (int i = 3; i < leaves; i++) {
            config.append("g").append(i % 6).append(".k").append(i).append(" = ");
            config.append(i % 6 == 0 ? "${a}-${b}" : i % 2 == 0 ? "\"text " + i + "\"" : i + ".5")
                    .append('\n');
        }
        return config
                + "}\ngrid { a { from = 1, to = 10000 }, b { from = 1, to = 10000 }, c { from = 1, to = 10000 } }";
    }
}
