package io.flowsweep.runtime.task;

import io.flowsweep.events.Artifact;
import java.util.List;
import java.util.Optional;

/**
 * One attempt at a task, complete: whoever carries it out needs only the plan and the store besides. Travels as JSON between
 * a host and the processes it starts.
 *
 * @param task its id
 * @param key the text of its {@code TaskKey}
 * @param frames every foreach it is in, the outermost first
 * @param inputs what leads to it: nothing for the start, one end of a branch for each branch of a join, else one
 * @param fork of a join: the artifacts when the branches were split
 */
public record TaskOrder(
        String task,
        String key,
        String step,
        int attempt,
        List<Frame> frames,
        List<Input> inputs,
        List<Artifact> fork) {

    /** One foreach; {@code value} is plain, absent for null. */
    public record Frame(String step, int index, int size, Optional<Object> value) {}

    /** What a step left. */
    public record Input(String step, List<Artifact> artifacts) {}

    /** The same task once more. */
    public TaskOrder attempt(int number) {
        return new TaskOrder(task, key, step, number, frames, inputs, fork);
    }
}
