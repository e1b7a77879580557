package io.flowsweep.runner;

import io.flowsweep.client.Run;
import io.flowsweep.events.RunState;
import java.util.Optional;

/**
 * What came of one variant.
 *
 * @param variant as it was given
 * @param executed the run, which has ended; empty when it could not be started
 * @param problem why it could not be started
 */
public record PoolResult<V>(V variant, Optional<ExecutingRun> executed, Optional<Throwable> problem) {

    /** Whether it has run, and succeeded. */
    public boolean succeeded() {
        return executed.filter(run -> run.status() == RunState.SUCCEEDED).isPresent();
    }

    /**
     * The run as it is on record.
     *
     * @throws IllegalStateException when it could not be started; the cause says why
     */
    public Run run() {
        return executed.orElseThrow(() -> new IllegalStateException(
                        "the variant " + variant + " could not be started: "
                                + problem.map(Throwable::getMessage).orElse(""),
                        problem.orElse(null)))
                .run();
    }
}
