package io.flowsweep.executor.limits;

import java.util.Locale;

/** A means to hold a process to its resources that not every machine offers. */
enum Limit {
    /** A control group of the kernel, where one was delegated to this process; it takes the place of {@link #DATA}. */
    CGROUP("cgroup"),
    /** {@code taskset} says which processors it may run on. */
    AFFINITY("taskset"),
    /** The kernel bounds its writable memory, with room above what it was given. */
    DATA("ulimit"),
    /** Its resident memory and that of all it starts is looked at ten times a second. */
    WATCH("watchdog");

    private final String tool;

    Limit(String tool) {
        this.tool = tool;
    }

    String tool() {
        return tool;
    }

    /** As it is told to hosts. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
