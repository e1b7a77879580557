package io.flowsweep.executor.jvm;

import io.flowsweep.events.Failure;
import io.flowsweep.executor.HostExit;
import io.flowsweep.executor.limits.LimitedProcess;
import io.flowsweep.os.ExitSignals;
import io.flowsweep.store.UnwritableStoreException;
import java.util.OptionalInt;

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
                .map(overrun -> HostExit.failed(Failure.OUT_OF_MEMORY, overrun.message()))
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
                    Failure.OUT_OF_MEMORY,
                    tail.substring(oom + OUT_OF_MEMORY.length())
                            .lines()
                            .findFirst()
                            .orElse(""));
        }
        if (tail.contains(NO_MEMORY)) {
            return HostExit.failed(Failure.OUT_OF_MEMORY, "the JVM could get no more memory from the system");
        }
        OptionalInt signal = ExitSignals.of(code);
        if (signal.isPresent()) {
            return HostExit.failed(
                    Failure.KILLED,
                    signal.getAsInt() == ExitSignals.KILL
                            ? "the host was killed (signal 9), perhaps because the machine ran out of memory"
                            : "the host was ended by signal " + signal.getAsInt());
        }
        if (code == UnwritableStoreException.EXIT_CODE) {
            return HostExit.failed(Failure.STORE, "the host could not write to the store" + lastLine(tail));
        }
        return HostExit.failed(Failure.HOST, "the host ended with exit code " + code + lastLine(tail));
    }

    private static String lastLine(String tail) {
        return tail.lines()
                .filter(l -> !l.isBlank())
                .reduce((a, b) -> b)
                .map(l -> "; it said: " + l)
                .orElse("");
    }
}
