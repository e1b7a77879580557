package io.flowsweep.runtime.task;

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
public record TaskResult(Optional<Failure> failure, List<Artifact> artifacts, Optional<ResourceUsage> usage) {

    /** That it failed, at no known cost. */
    public static TaskResult failed(Failure failure) {
        return new TaskResult(Optional.of(failure), List.of(), Optional.empty());
    }

    /** That it succeeded, at no known cost. */
    public static TaskResult of(List<Artifact> artifacts) {
        return new TaskResult(Optional.empty(), artifacts, Optional.empty());
    }

    /** The same with what it took. */
    public TaskResult withUsage(Optional<ResourceUsage> used) {
        return new TaskResult(failure, artifacts, used);
    }

    /** The same, where it failed for want of memory, with how much was used of how much. */
    public TaskResult explained(long memoryBytes) {
        return new TaskResult(failure.map(f -> Overrun.explained(f, usage, memoryBytes)), artifacts, usage);
    }
}
