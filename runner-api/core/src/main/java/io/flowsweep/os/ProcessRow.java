package io.flowsweep.os;

import java.util.Optional;

/**
 * A process at one moment.
 *
 * @param started in ticks since the system's start, which tells it from a later process with the same id
 * @param cpuSeconds its own and those of its children that have ended and were waited for
 * @param residentBytes with what it shares with others
 */
public record ProcessRow(long pid, long parent, long started, double cpuSeconds, long residentBytes) {

    private static final int PARENT = 1;
    private static final int USER_TICKS = 11;
    private static final int STARTED = 19;
    private static final int RESIDENT = 21;

    /** Empty when it is gone. */
    public static Optional<ProcessRow> of(long pid) {
        return ProcFiles.read(pid, "stat").flatMap(text -> parse(pid, text));
    }

    /** This process; empty where the system does not tell. */
    public static Optional<ProcessRow> self() {
        Optional<String> text = ProcFiles.read("/proc/self/stat");
        return text.isEmpty()
                ? Optional.empty()
                : parse(Long.parseLong(text.get(), 0, text.get().indexOf(' '), 10), text.get());
    }

    /** What stands behind the name, which may hold anything. */
    private static Optional<ProcessRow> parse(long pid, String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ");
        if (fields.length <= RESIDENT) {
            return Optional.empty();
        }
        long ticks = 0;
        for (int i = USER_TICKS; i < USER_TICKS + 4; i++) {
            ticks += Long.parseLong(fields[i]);
        }
        return Optional.of(new ProcessRow(
                pid,
                Long.parseLong(fields[PARENT]),
                Long.parseLong(fields[STARTED]),
                ticks / ProcFiles.TICKS,
                Long.parseLong(fields[RESIDENT]) * ProcFiles.PAGE));
    }
}
