package io.flowsweep.executor.limits;

import io.flowsweep.events.Failure;
import io.flowsweep.events.ResourceUsage;
import io.flowsweep.flow.MemorySize;
import java.util.Optional;

/**
 * A process took more memory than it was given.
 *
 * @param usedBytes at the moment when it was ended
 * @param limitBytes what it was given
 * @param child of those that it had started the one that took the most, when that was a good part
 */
public record Overrun(long usedBytes, long limitBytes, Optional<Child> child) {

    /** What HotSpot says when there is no room for an object. */
    private static final String HEAP = "Java heap space";

    /** A part of the whole, and the name of the program. */
    public record Child(String name, long usedBytes) {}

    /** {@code used 312 MiB of 256 MiB, 250 MiB of it in a child process (python3)}. */
    public String message() {
        return used(usedBytes, limitBytes)
                + child.map(c -> ", " + MemorySize.text(c.usedBytes()) + " of it in a child process (" + c.name() + ")")
                        .orElse("");
    }

    /** {@code used 312 MiB of 256 MiB}. */
    public static String used(long usedBytes, long limitBytes) {
        return "used " + MemorySize.text(usedBytes) + " of " + MemorySize.text(limitBytes);
    }

    /**
     * A failure for want of memory, with how much was used of how much, unless it says so already. A heap may fill up between
     * two looks; when it was full, at least that was used.
     */
    public static Failure explained(Failure failure, Optional<ResourceUsage> usage, long limitBytes) {
        if (!failure.kind().equals(Failure.OUT_OF_MEMORY)
                || failure.message().contains(" of " + MemorySize.text(limitBytes))) {
            return failure;
        }
        long heap = failure.message().contains(HEAP) ? HeapSize.of(limitBytes) : 0;
        String explanation = usage.map(u -> used(Math.max(heap, u.peakMemoryBytes()), limitBytes))
                .orElse("it had " + MemorySize.text(limitBytes) + " in all");
        return new Failure(
                Failure.OUT_OF_MEMORY, failure.message() + ": " + explanation, failure.where(), failure.stack());
    }
}
