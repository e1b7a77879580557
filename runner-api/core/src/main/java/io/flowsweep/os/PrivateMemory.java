package io.flowsweep.os;

import java.util.Optional;

/**
 * What a process has of the machine's memory for itself, with its share of what it has in common with others. Pages of files do
 * not count, because the system takes them back when memory is short. Reading it takes the kernel longer than the resident size.
 */
public final class PrivateMemory {

    private PrivateMemory() {}

    /** In bytes; empty when the process is gone or the kernel does not say. */
    public static Optional<Long> of(long pid) {
        return ProcFiles.read(pid, "smaps_rollup").flatMap(PrivateMemory::parse);
    }

    private static Optional<Long> parse(String rollup) {
        long all = ProcFiles.bytes(rollup, "Pss:");
        long files = Math.max(0, ProcFiles.bytes(rollup, "Pss_File:"));
        return all < 0 ? Optional.empty() : Optional.of(all - files);
    }
}
