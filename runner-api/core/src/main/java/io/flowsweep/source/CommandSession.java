package io.flowsweep.source;

import io.flowsweep.events.Failure;
import io.flowsweep.executor.limits.ProcessStarter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What goes with the process of one host of a command's run. Its methods are called one after the other, in the order in which they
 * stand here, {@link #printed} and {@link #look} many times; never two at a time, but on different threads.
 *
 * <p>What is to be made before the process can be started is made by the provider, by {@link #argv} or by {@link #starter}: it may
 * take as long as it needs, and its thread is interrupted when the run is to end. An exception of these and of {@link #environment}
 * fails the run; an {@link io.flowsweep.errors.InvalidInputException} does so with its message.
 */
public interface CommandSession {

    /** The command line; by default that of the plan. */
    List<String> argv();

    /** Whether the process is given a variable of the driver's own environment; by default it is. */
    default boolean inherits(String variable) {
        return true;
    }

    /** Variables on top of those of the plan and of the run. */
    default Map<String, String> environment() {
        return Map.of();
    }

    /**
     * How the process is started; by default in the plain way.
     *
     * @param complete but for what limits the process, which is added later: words before its command, variables
     */
    default ProcessStarter starter(ProcessBuilder complete) {
        return ProcessBuilder::start;
    }

    /** The process has been started: puts on record what begins with it. */
    default void started(long pid) {}

    /**
     * Whether what the process prints to standard error goes where its standard output goes, in the order in which it is written; by
     * default each has a log of its own.
     */
    default boolean printsTogether() {
        return false;
    }

    /**
     * A line that it has printed to standard output, in the order of the log; those of a process that lives come some
     * tenths of a second late. What ends with a carriage return counts as a line.
     *
     * @param line without its end; of a longer one, the first 64 KiB
     */
    default void printed(String line) {}

    /** The same of standard error, where that has a log of its own. */
    default void complained(String line) {}

    /** Called a few times a second while the process lives: for whatever is to be read from elsewhere than its output. */
    default void look() {}

    /**
     * The process has ended and nothing of it is left: puts what came of it on record, every task that was started included.
     *
     * @return why the run failed; empty when it succeeded. What {@code exit} says of a process that was ended cannot be overruled
     */
    Optional<Failure> ended(CommandExit exit);
}
