package io.flowsweep.os;

import java.util.OptionalInt;
import java.util.Set;

/** The signals that end processes. An exit code tells one as 128 and its number, for the JDK as for a shell. */
public final class ExitSignals {

    /** Which nothing can withstand; the system sends it, too, when memory runs out. */
    public static final int KILL = 9;

    /** A process is sent these when it has done wrong itself: ILL, TRAP, ABRT, BUS, FPE, SEGV, SYS. */
    private static final Set<Integer> CRASHES = Set.of(4, 5, 6, 7, 8, 11, 31);

    private static final int BASE = 128;
    private static final int LAST = 64;

    private ExitSignals() {}

    /** The signal that an exit code tells; empty for the code of a process that ended by itself. */
    public static OptionalInt of(int exitCode) {
        return exitCode > BASE && exitCode <= BASE + LAST ? OptionalInt.of(exitCode - BASE) : OptionalInt.empty();
    }

    /** The code of a process that a signal has ended. */
    public static int exitCode(int signal) {
        return BASE + signal;
    }

    /** Whether a process that a signal has ended has done wrong itself. */
    public static boolean isCrash(int signal) {
        return CRASHES.contains(signal);
    }
}
