package io.flowsweep.executor.guard;

import io.flowsweep.os.Probe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The signals that ask a process to end and that this one was started to ignore, as what a script starts in the background is. Whatever
 * it starts inherits that, and would never notice that it is asked.
 */
final class IgnoredSignals {

    private static final Path STATUS = Path.of("/proc/self/status");

    private static final String MASK = "SigIgn:";

    private static final List<String> NAMES = List.of("INT", "QUIT", "TERM");

    private static final List<Integer> NUMBERS = List.of(2, 3, 15);

    private IgnoredSignals() {}

    /** What goes before a command that is to notice them: nothing when it would anyway, or when nobody here could help it. */
    static List<String> prefix() {
        List<String> ignored = ignored();
        if (ignored.isEmpty()) {
            return List.of();
        }
        List<String> prefix = List.of("env", "--default-signal=" + String.join(",", ignored));
        return works(prefix) ? prefix : List.of();
    }

    /** Empty where the system does not tell. */
    private static List<String> ignored() {
        List<String> ignored = new ArrayList<>();
        long mask = mask();
        for (int i = 0; i < NAMES.size(); i++) {
            if ((mask >> NUMBERS.get(i) - 1 & 1) == 1) {
                ignored.add(NAMES.get(i));
            }
        }
        return ignored;
    }

    private static long mask() {
        try {
            return Files.readAllLines(STATUS).stream()
                    .filter(line -> line.startsWith(MASK))
                    .findFirst()
                    .map(line ->
                            Long.parseUnsignedLong(line.substring(MASK.length()).strip(), 16))
                    .orElse(0L);
        } catch (IOException e) {
            return 0;
        }
    }

    /** Older tools, and other systems', have no such option. */
    private static boolean works(List<String> prefix) {
        List<String> command = new ArrayList<>(prefix);
        command.add("true");
        return Probe.succeeds(command);
    }
}
