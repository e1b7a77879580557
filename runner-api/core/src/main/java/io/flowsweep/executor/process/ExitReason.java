package io.flowsweep.executor.process;

import io.flowsweep.executor.HostExit;

/** Explains a JVM's exit code with the help of the last thing it printed. */
public final class ExitReason {

    private static final String OUT_OF_MEMORY = "Terminating due to java.lang.OutOfMemoryError: ";

    /** The code with which {@code -XX:+ExitOnOutOfMemoryError} ends a JVM. */
    private static final int EXIT_ON_OUT_OF_MEMORY = 3;

    private ExitReason() {}

    /** @param tail the last part of what the host printed */
    public static HostExit of(int code, String tail) {
        if (code == 0) {
            return HostExit.orderly();
        }
        int oom = tail.lastIndexOf(OUT_OF_MEMORY);
        if (code == EXIT_ON_OUT_OF_MEMORY && oom >= 0) {
            return HostExit.failed(
                    "out of memory",
                    tail.substring(oom + OUT_OF_MEMORY.length())
                            .lines()
                            .findFirst()
                            .orElse(""));
        }
        if (code == 128 + 9) {
            return HostExit.failed(
                    "killed", "the host was killed (signal 9), perhaps because the machine ran out of memory");
        }
        if (code > 128 && code < 128 + 65) {
            return HostExit.failed("killed", "the host was ended by signal " + (code - 128));
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
