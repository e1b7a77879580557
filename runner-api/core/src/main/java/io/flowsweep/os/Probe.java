package io.flowsweep.os;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;

/** Runs a program in silence, to learn whether it can be had and does what it is asked. */
public final class Probe {

    private Probe() {}

    /** Whether a command could be started and ended with 0. Interrupted, it did not, and the thread is left so. */
    public static boolean succeeds(List<String> command) {
        try {
            return new ProcessBuilder(command)
                            .redirectInput(Redirects.NO_INPUT)
                            .redirectErrorStream(true)
                            .redirectOutput(Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
