package io.flowsweep.executor.admission;

import io.flowsweep.flow.MemorySize;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Amounts of what a machine has, in words. */
final class Amounts {

    private Amounts() {}

    /** For instance {@code 2 CPUs, 512 MiB and 1 GPU}. */
    static String describe(int cpus, long bytes, int gpus, Map<String, Integer> pools) {
        List<String> parts = new ArrayList<>();
        parts.add(count(cpus, "CPU"));
        parts.add(MemorySize.text(bytes));
        if (gpus > 0) {
            parts.add(count(gpus, "GPU"));
        }
        new TreeMap<>(pools).forEach((name, units) -> parts.add(units + " of the pool " + name));
        String last = parts.remove(parts.size() - 1);
        return String.join(", ", parts) + " and " + last;
    }

    static <A, B> Map<String, B> map(Map<String, A> values, Function<A, B> change) {
        Map<String, B> changed = new TreeMap<>();
        values.forEach((name, value) -> changed.put(name, change.apply(value)));
        return changed;
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
