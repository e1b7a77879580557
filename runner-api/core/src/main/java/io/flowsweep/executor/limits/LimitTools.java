package io.flowsweep.executor.limits;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The tools that hold a process to its resources from its beginning on: they stand before its command.
 *
 * @param group the control group that it enters, which then bounds its memory alone
 * @param memoryBytes that its writable memory is bounded by, with some room; empty for no bound
 * @param processors the only ones that it may run on; none for any
 */
record LimitTools(Optional<CgroupPart> group, OptionalLong memoryBytes, List<Integer> processors) {

    /**
     * How much more writable memory a process may ask for than it may use: threads have stacks, and heaps are reserved, that are
     * never touched. It is also the most by which a process exceeds its memory between two looks of the watchdog.
     */
    private static final long DATA_ROOM = 512L << 20;

    /** The command with all of them. */
    List<String> before(List<String> command) {
        List<String> whole = new ArrayList<>();
        if (group.isPresent()) {
            String door = group.get().door().toString();
            whole.addAll(List.of("sh", "-c", "echo $$ > \"$1\"; shift; exec \"$@\"", "limits", door));
        } else if (memoryBytes.isPresent()) {
            long kilobytes = (memoryBytes.getAsLong() + DATA_ROOM) >> 10;
            whole.addAll(List.of("sh", "-c", "ulimit -d " + kilobytes + " 2>/dev/null; exec \"$@\"", "limits"));
        }
        if (!processors.isEmpty()) {
            whole.addAll(Taskset.before(processors));
        }
        whole.addAll(command);
        return whole;
    }

    /** The same for who is held to its processors otherwise. */
    LimitTools onAnyProcessor() {
        return new LimitTools(group, memoryBytes, List.of());
    }
}
