package io.flowsweep.runner;

import io.flowsweep.events.Failure;
import io.flowsweep.events.ResourceUsage;
import io.flowsweep.events.RunState;
import io.flowsweep.executor.HostExit;
import io.flowsweep.executor.limits.Overrun;
import io.flowsweep.flow.MemorySize;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What came of a host: what it put on record counts; what its executor saw counts where the host could not.
 *
 * @param onRecord whether the host said itself how it ended
 * @param usage what it took
 */
record HostOutcome(RunState state, Optional<Failure> failure, boolean onRecord, Optional<ResourceUsage> usage) {

    /** @param memoryBytes what the host was held to; empty when it shared the memory of this process */
    static HostOutcome of(LastWords words, HostExit exit, OptionalLong memoryBytes) {
        Optional<ResourceUsage> usage =
                words.usage().map(own -> exit.usage().map(own::or).orElse(own)).or(exit::usage);
        if (words.end().isPresent()) {
            Optional<Failure> failure = words.end().get().failure().map(f -> explained(f, usage, memoryBytes));
            return new HostOutcome(words.end().get().state(), failure, true, usage);
        }
        Failure failure = exit.failure()
                .map(f -> explained(f, usage, memoryBytes))
                .orElse(Failure.of(Failure.HOST, "the host ended without saying why"));
        RunState state = failure.kind().equals(Failure.TIMEOUT) ? RunState.TIMED_OUT : RunState.FAILED;
        return new HostOutcome(state, Optional.of(failure), false, usage);
    }

    /** Whether it was ended by a signal. */
    boolean isKilled() {
        return failure.isPresent() && failure.get().kind().equals(Failure.KILLED);
    }

    private static Failure explained(Failure seen, Optional<ResourceUsage> usage, OptionalLong memoryBytes) {
        if (!seen.kind().equals(Failure.OUT_OF_MEMORY)) {
            return seen;
        }
        Failure known = memoryBytes.isPresent() ? Overrun.explained(seen, usage, memoryBytes.getAsLong()) : seen;
        String cure = memoryBytes.isPresent()
                ? "; ask for more with @Resources(memory = …) or run.resources.memory"
                : ": all runs inside this process share its heap of "
                        + MemorySize.text(Runtime.getRuntime().maxMemory())
                        + "; the executors process and worker give each its own";
        return new Failure(known.kind(), known.message() + cure, known.where(), known.stack());
    }
}
