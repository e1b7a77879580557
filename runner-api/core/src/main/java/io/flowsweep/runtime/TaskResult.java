package io.flowsweep.runtime;

import io.flowsweep.events.Artifact;
import io.flowsweep.events.Failure;
import java.util.List;
import java.util.Optional;

/**
 * What came of an attempt.
 *
 * @param failure absent when it succeeded
 * @param artifacts all that are set; none when it failed
 */
record TaskResult(Optional<Failure> failure, List<Artifact> artifacts) {

    static TaskResult failed(Failure failure) {
        return new TaskResult(Optional.of(failure), List.of());
    }

    static TaskResult of(List<Artifact> artifacts) {
        return new TaskResult(Optional.empty(), artifacts);
    }
}
