package io.flowsweep.executor.admission;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * What there is to share.
 *
 * @param processors the numbers of the processors, at least one
 * @param memoryBytes above 0
 * @param gpus looked for when somebody needs one
 */
public record Machine(List<Integer> processors, long memoryBytes, Gpus gpus) {

    /**
     * In which a process is told what a driver that it starts has to share: what was leased for it. A worker or a host that is a JVM
     * is told the machine of its own driver by {@link #PROPERTY}, as it leases more for tasks; bounded itself, it would see less.
     */
    public static final String VARIABLE = "FLOWSWEEP_MACHINE";

    /** The system property that comes before {@link #VARIABLE}. */
    public static final String PROPERTY = "flowsweep.host.machine";

    public Machine {
        processors = List.copyOf(processors);
        if (processors.isEmpty() || memoryBytes < 1) {
            throw new IllegalArgumentException("a machine has processors and memory, but got " + processors.size()
                    + " and " + memoryBytes + " bytes");
        }
    }

    /** A machine without GPUs whose processors are numbered from 0. */
    public Machine(int cpus, long memoryBytes) {
        this(IntStream.range(0, cpus).boxed().toList(), memoryBytes, Gpus.NONE);
    }

    /** This machine as the driver saw it when it was first asked: in a container, the container's limits. */
    public static Machine current() {
        return Current.MACHINE;
    }

    /** Asked once, because in a container the answer is read from files, and every run wants it. */
    private static final class Current {
        static final Machine MACHINE =
                told(System.getProperty(PROPERTY, System.getenv().getOrDefault(VARIABLE, "")));
    }

    /** The machine that a text of {@link #told()} is about; else the one that this JVM sees. */
    static Machine told(String text) {
        String[] parts = text.split(";");
        if (parts.length == 2) {
            return new Machine(CpuList.parse(parts[0]), Long.parseLong(parts[1]), Gpus.ofThisMachine());
        }
        List<Integer> allowed = CpuList.allowed();
        int cpus = Runtime.getRuntime().availableProcessors();
        return new Machine(
                allowed.size() < cpus ? IntStream.range(0, cpus).boxed().toList() : allowed.subList(0, cpus),
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize(),
                Gpus.ofThisMachine());
    }

    /** The value of {@link #VARIABLE} for the hosts of this machine. */
    public String told() {
        return CpuList.format(processors) + ";" + memoryBytes;
    }

    /** How many processors there are. */
    public int cpus() {
        return processors.size();
    }

    /** Whether the need fits while nothing else is leased. */
    public boolean fits(Need need) {
        return need.cpus() <= cpus()
                && need.memoryBytes() <= memoryBytes
                && (need.gpus() == 0 || need.gpus() <= gpus.slots().size())
                && need.pools().values().stream().allMatch(share -> share.units() <= share.size());
    }

    /** As much of the need as fits while nothing else is leased. */
    public Need cut(Need need) {
        int gpuCount = need.gpus() == 0 ? 0 : Math.min(need.gpus(), gpus.slots().size());
        return new Need(
                Math.min(need.cpus(), cpus()),
                Math.min(need.memoryBytes(), memoryBytes),
                need.exclusive(),
                gpuCount,
                Amounts.map(
                        need.pools(), share -> new Need.Share(Math.min(share.units(), share.size()), share.size())));
    }

    /** What it has of the kinds of things that a need asks for. */
    String describe(Need need) {
        return Amounts.describe(
                cpus(),
                memoryBytes,
                need.gpus() == 0 ? 0 : gpus.slots().size(),
                Amounts.map(need.pools(), Need.Share::size));
    }

    /** For instance {@code 2 CPUs and 24 GiB}. */
    @Override
    public String toString() {
        return Amounts.describe(cpus(), memoryBytes, 0, Map.of());
    }

    /**
     * By hand, as {@link #hashCode}: what the language gives a record is linked at its first use, which takes a new JVM milliseconds.
     */
    @Override
    public boolean equals(Object other) {
        return other instanceof Machine that
                && memoryBytes == that.memoryBytes
                && processors.equals(that.processors)
                && gpus.equals(that.gpus);
    }

    @Override
    public int hashCode() {
        return Objects.hash(processors, memoryBytes, gpus);
    }
}
