package io.flowsweep.benchmark;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;

/** What a benchmark has measured, as one line that ends with the load of the machine. */
final class Measured {

    private Measured() {}

    static double millisSince(long startNanos) {
        return (System.nanoTime() - startNanos) / 1e6;
    }

    static void print(String what, List<Double> numbers, String unit) {
        String texts = String.join(
                ", ",
                numbers.stream().map(n -> String.format(Locale.ROOT, "%.2f", n)).toList());
        System.out.printf(
                Locale.ROOT,
                "%s: %s %s; load %.1f%n",
                what,
                texts,
                unit,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}
