package io.flowsweep.executor.admission;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * What there is to share.
 *
 * @param cpus whole processors, at least 1
 * @param memoryBytes above 0
 */
public record Machine(int cpus, long memoryBytes) {

    private static final long MIB = 1L << 20;
    private static final long GIB = 1L << 30;

    public Machine {
        if (cpus < 1 || memoryBytes < 1) {
            throw new IllegalArgumentException(
                    "a machine has processors and memory, but got " + cpus + " and " + memoryBytes + " bytes");
        }
    }

    /** This machine as the Java VM saw it when this was first asked: in a container, the container's limits. */
    public static Machine current() {
        return Current.MACHINE;
    }

    /** Asked once, because in a container the answer is read from files, and every run wants it. */
    private static final class Current {
        static final Machine MACHINE = new Machine(
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize());
    }

    /** Whether the need fits while nothing else is leased. */
    public boolean fits(Need need) {
        return need.cpus() <= cpus && need.memoryBytes() <= memoryBytes;
    }

    /** For instance {@code 2 CPUs and 24 GiB}. */
    @Override
    public String toString() {
        return describe(cpus, memoryBytes);
    }

    static String describe(int cpus, long bytes) {
        String memory = bytes % GIB == 0 || bytes >= 10 * GIB ? bytes / GIB + " GiB" : (bytes + MIB - 1) / MIB + " MiB";
        return cpus + (cpus == 1 ? " CPU and " : " CPUs and ") + memory;
    }
}
