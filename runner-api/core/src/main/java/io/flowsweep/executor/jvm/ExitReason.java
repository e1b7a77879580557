package io.flowsweep.executor.jvm;

import io.flowsweep.executor.HostExit;
import io.flowsweep.executor.limits.LimitedProcess;
import io.flowsweep.executor.limits.Overrun;
import io.flowsweep.store.UnwritableStoreException;

/** Explains a JVM's exit code with the help of the last thing it printed. */
public final class ExitReason {

    private static final String OUT_OF_MEMORY = "Terminating due to java.lang.OutOfMemoryError: ";

    /** What HotSpot says when the system refuses it memory. */
    private static final String NO_MEMORY = "There is insufficient memory for the Java Runtime Environment to continue";

    /** The code with which {@code -XX:+ExitOnOutOfMemoryError} ends a JVM. */
    private static final int EXIT_ON_OUT_OF_MEMORY = 3;

    private ExitReason() {}

    /**
     * How a process ended that was held to its resources, with what it used.
     *
     * @param tail the last part of what the host printed
     */
    public static HostExit of(LimitedProcess limited, int code, String tail) {
        return limited.overrun()
                .map(overrun -> HostExit.failed(Overrun.KIND, overrun.message()))
                .orElseGet(() -> of(code, tail))
                .withUsage(limited.usage());
    }

    /** @param tail the last part of what the host printed */
    public static HostExit of(int code, String tail) {
        if (code == 0) {
            return HostExit.orderly();
        }
        int oom = tail.lastIndexOf(OUT_OF_MEMORY);
        if (code == EXIT_ON_OUT_OF_MEMORY && oom >= 0) {
            return HostExit.failed(
                    Overrun.KIND,
                    tail.substring(oom + OUT_OF_MEMORY.length())
                            .lines()
                            .findFirst()
                            .orElse(""));
        }
        if (tail.contains(NO_MEMORY)) {
            return HostExit.failed(Overrun.KIND, "the JVM could get no more memory from the system");
        }
        if (code == 128 + 9) {
            return HostExit.failed(
                    "killed", "the host was killed (signal 9), perhaps because the machine ran out of memory");
        }
        if (code > 128 && code < 128 + 65) {
            return HostExit.failed("killed", "the host was ended by signal " + (code - 128));
        }
        if (code == UnwritableStoreException.EXIT_CODE) {
            return HostExit.failed(
                    UnwritableStoreException.KIND, "the host could not write to the store" + lastLine(tail));
        }
        return HostExit.failed("host", "the host ended with exit code " + code + lastLine(tail));
    }

    private static String lastLine(String tail) {
        return tail.lines()
                .filter(l -> !l.isBlank())
                .reduce((a, b) -> b)
                .map(l -> "; it said: " + l)
                .orElse("");
    }
}
