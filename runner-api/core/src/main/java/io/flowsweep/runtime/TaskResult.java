package io.flowsweep.runtime;

import io.flowsweep.events.Artifact;
import io.flowsweep.events.Failure;
import io.flowsweep.events.ResourceUsage;
import io.flowsweep.executor.limits.Overrun;
import java.util.List;
import java.util.Optional;

/**
 * What came of an attempt.
 *
 * @param failure absent when it succeeded
 * @param artifacts all that are set; none when it failed
 * @param usage what a process of its own took for it
 */
record TaskResult(Optional<Failure> failure, List<Artifact> artifacts, Optional<ResourceUsage> usage) {

    static TaskResult failed(Failure failure) {
        return new TaskResult(Optional.of(failure), List.of(), Optional.empty());
    }

    static TaskResult of(List<Artifact> artifacts) {
        return new TaskResult(Optional.empty(), artifacts, Optional.empty());
    }

    TaskResult withUsage(Optional<ResourceUsage> used) {
        return new TaskResult(failure, artifacts, used);
    }

    /** The same, where it failed for want of memory, with how much was used of how much. */
    TaskResult explained(long memoryBytes) {
        return new TaskResult(failure.map(f -> Overrun.explained(f, usage, memoryBytes)), artifacts, usage);
    }
}
