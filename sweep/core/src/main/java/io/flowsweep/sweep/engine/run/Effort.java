package io.flowsweep.sweep.engine.run;

import io.flowsweep.flow.MemorySize;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one attempt at a trial is given besides what the sweep says.
 *
 * @param attempt from 1
 * @param resumes the run whose finished tasks it takes over
 * @param memoryBytes in place of the memory that the flow asks for
 * @param timeFactor by which every limit of time is multiplied; 1 for none
 */
public record Effort(int attempt, Optional<String> resumes, Optional<Long> memoryBytes, double timeFactor) {

    public static final Effort FIRST = new Effort(1, Optional.empty(), Optional.empty(), 1);

    public Effort resuming(String run) {
        return new Effort(attempt, Optional.of(run), memoryBytes, timeFactor);
    }

    public Effort withMemory(long bytes) {
        return new Effort(attempt, resumes, Optional.of(bytes), timeFactor);
    }

    public Effort withTime(double factor) {
        return new Effort(attempt, resumes, memoryBytes, factor);
    }

    /** The next attempt, with the same means, which goes on where a run has ended. */
    public Effort again(String run) {
        return new Effort(attempt + 1, Optional.of(run), memoryBytes, timeFactor);
    }

    /** The same without another run to go on from. */
    public Effort fromTheStart() {
        return new Effort(attempt, Optional.empty(), memoryBytes, timeFactor);
    }

    Duration scaled(Duration limit) {
        return Duration.ofNanos((long) Math.min(Long.MAX_VALUE, limit.toNanos() * timeFactor));
    }

    /** What it has more of than the sweep says, for people; empty when nothing. */
    public Optional<String> escalated() {
        List<String> parts = new ArrayList<>();
        memoryBytes.ifPresent(bytes -> parts.add("memory " + MemorySize.text(bytes)));
        if (timeFactor != 1) {
            parts.add("time × " + (timeFactor == Math.rint(timeFactor) ? "" + (long) timeFactor : "" + timeFactor));
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", parts));
    }
}
