package io.flowsweep.executor.limits;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

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

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The value of {@link ProcessLimits#VARIABLE}. */
    static String words(Set<Limit> limits) {
        return limits.isEmpty() ? "off" : limits.stream().map(Limit::word).collect(Collectors.joining(","));
    }

    /** Those that a value of {@link ProcessLimits#VARIABLE} names; words that name none say nothing. */
    static Set<Limit> named(String words) {
        Set<Limit> limits = EnumSet.noneOf(Limit.class);
        for (String word : words.toLowerCase(Locale.ROOT).split(",")) {
            for (Limit limit : values()) {
                if (limit.word().equals(word.strip())) {
                    limits.add(limit);
                }
            }
        }
        return limits;
    }
}
