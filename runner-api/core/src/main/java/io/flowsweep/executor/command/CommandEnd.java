package io.flowsweep.executor.command;

import io.flowsweep.command.PrintedValues;
import io.flowsweep.events.Failure;
import io.flowsweep.executor.limits.LimitedProcess;
import io.flowsweep.executor.limits.Overrun;
import io.flowsweep.os.ExitSignals;
import io.flowsweep.source.CommandExit;
import io.flowsweep.source.TerminalText;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What the exit code of a command means. */
final class CommandEnd {

    /** What programs say that got no memory: Python, C++, the JVM, the system. */
    private static final List<String> NO_MEMORY =
            List.of("MemoryError", "std::bad_alloc", "java.lang.OutOfMemoryError", "Cannot allocate memory");

    private CommandEnd() {}

    /**
     * @param stopped why it was told to end, if it was
     * @param spoiled why it has failed although it says that it has not
     * @param last the last lines that it printed
     */
    static CommandExit of(
            LimitedProcess limited, int code, Optional<Failure> stopped, Optional<Failure> spoiled, List<String> last) {
        Optional<Overrun> overrun = limited.overrun();
        if (overrun.isPresent()) {
            return forced(code, Failure.of(Failure.OUT_OF_MEMORY, overrun.get().message()));
        }
        if (stopped.isPresent()) {
            return forced(code, stopped.get());
        }
        if (code == 0) {
            return new CommandExit(code, spoiled, false);
        }
        String said = lastWords(last).map(line -> "; it said: " + line).orElse("");
        OptionalInt signal = ExitSignals.of(code);
        if (signal.isPresent()) {
            return signalled(code, signal.getAsInt(), said);
        }
        boolean memory = last.stream().anyMatch(line -> NO_MEMORY.stream().anyMatch(line::contains));
        String message = "the command ended with exit code " + code + said;
        return new CommandExit(
                code, Optional.of(Failure.of(memory ? Failure.OUT_OF_MEMORY : Failure.EXIT, message)), false);
    }

    /** The last line that does not tell values: why something failed is in none of these. */
    private static Optional<String> lastWords(List<String> last) {
        return last.stream()
                .filter(line -> PrintedValues.of(line).isEmpty())
                .reduce((earlier, later) -> later)
                .map(line -> TerminalText.plain(line).strip());
    }

    private static CommandExit signalled(int code, int signal, String said) {
        if (ExitSignals.isCrash(signal)) {
            return new CommandExit(
                    code,
                    Optional.of(Failure.of(Failure.CRASH, "the command crashed (signal " + signal + ")" + said)),
                    false);
        }
        return forced(
                code,
                Failure.of(
                        Failure.KILLED,
                        signal == ExitSignals.KILL
                                ? "the command was killed (signal 9), perhaps because the machine ran out of memory"
                                : "the command was ended by signal " + signal));
    }

    private static CommandExit forced(int code, Failure why) {
        return new CommandExit(code, Optional.of(why), true);
    }
}
