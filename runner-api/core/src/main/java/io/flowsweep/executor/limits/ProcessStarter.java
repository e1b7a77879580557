package io.flowsweep.executor.limits;

import java.io.IOException;

/** A way to start a process; {@link ProcessBuilder#start()} is one, and the result of any other looks the same to the program. */
@FunctionalInterface
public interface ProcessStarter {

    /**
     * Starts what the builder says. The process may run on the processors on which the calling thread may run.
     *
     * @return need not have a {@linkplain Process#toHandle() handle} nor streams
     * @throws IOException as {@link ProcessBuilder#start()}
     */
    Process start(ProcessBuilder builder) throws IOException;
}
