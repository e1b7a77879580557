package io.flowsweep.executor.limits;

import io.flowsweep.executor.HostResources;
import io.flowsweep.executor.HostResources.Slots;
import io.flowsweep.executor.admission.Machine;
import io.flowsweep.os.OwnProcess;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Starts processes that are held to their resources by whatever means this machine offers; what it lacks is left out. What it
 * offers is found out once, by trying. Besides, a JVM is bounded by its own flags, which is its starter's to do.
 *
 * <p>Thread-safe.
 */
public final class ProcessLimits {

    /**
     * What to use: {@code cgroup}, {@code affinity}, {@code data} and {@code watch} with commas between; {@code off} for nothing;
     * unset for all that works. Hosts are told it, so that they need not try again.
     */
    public static final String VARIABLE = "FLOWSWEEP_LIMITS";

    /** In which a process is told the id of the one that watches it; all that it starts inherit it. */
    public static final String WATCHER = WatchedTree.VARIABLE;

    /**
     * How much more writable memory a process may ask for than it may use: threads have stacks, and heaps are reserved, that are
     * never touched. It is also the most by which a process exceeds its memory between two looks of the watchdog.
     */
    private static final long DATA_ROOM = 512L << 20;

    private static final Watchdog WATCHDOG = new Watchdog();

    private static final PinnedStarts PINNED = new PinnedStarts();

    private final Set<Limit> limits;
    private final Optional<Cgroup> groups;
    private final String words;

    /** @param groups where {@link Limit#CGROUP} is among the limits */
    ProcessLimits(Set<Limit> limits, Optional<Cgroup> groups) {
        this.groups = groups;
        this.limits = limits.isEmpty() ? EnumSet.noneOf(Limit.class) : EnumSet.copyOf(limits);
        this.words =
                limits.isEmpty() ? "off" : this.limits.stream().map(Limit::word).collect(Collectors.joining(","));
    }

    public static ProcessLimits ofThisMachine() {
        return Holder.LIMITS;
    }

    private static final class Holder {
        static final ProcessLimits LIMITS = find();

        private static ProcessLimits find() {
            Set<Limit> limits = Optional.ofNullable(System.getenv(VARIABLE))
                    .map(ProcessLimits::named)
                    .orElseGet(LimitProbe::offered);
            return new ProcessLimits(limits, limits.contains(Limit.CGROUP) ? Cgroup.ofThisProcess() : Optional.empty());
        }
    }

    static Set<Limit> named(String words) {
        Set<Limit> limits = EnumSet.noneOf(Limit.class);
        for (String word : words.toLowerCase(Locale.ROOT).split(",")) {
            for (Limit limit : Limit.values()) {
                if (limit.word().equals(word.strip())) {
                    limits.add(limit);
                }
            }
        }
        return limits;
    }

    /**
     * Starts a process, and watches it as long as it lives.
     *
     * @param builder complete but for the limits; its command and its environment are added to
     * @param resources its own; without slots it may run on any processor, and sees the GPUs that its starter sees
     * @throws IOException as {@link ProcessBuilder#start()}
     */
    public LimitedProcess start(ProcessBuilder builder, HostResources resources) throws IOException {
        Optional<CgroupPart> group = groups.flatMap(g -> g.part(resources));
        limit(builder, resources, group, limits.contains(Limit.DATA), mask(resources));
        return watched(builder.start(), resources, group);
    }

    /**
     * The same for a program of any kind. Many of these reserve far more memory than they ever touch, as those do that
     * compute on GPUs, so where resident memory is watched, writable memory is not bounded besides; it also saves a
     * shell.
     *
     * @param starter is told the whole of it: what stands before its command where that takes a tool, and which
     *     processors it may run on, which are then those of the calling thread
     */
    public LimitedProcess startCommand(ProcessBuilder builder, HostResources resources, ProcessStarter starter)
            throws IOException {
        Optional<CgroupPart> group = groups.flatMap(g -> g.part(resources));
        List<String> bare = builder.command();
        limit(builder, resources, group, boundsDataOfCommands(), Optional.empty());
        Optional<List<Integer>> processors = processors(resources);
        Optional<Process> pinned =
                processors.isEmpty() ? Optional.empty() : PINNED.start(processors.get(), builder, starter);
        if (pinned.isEmpty()) {
            List<String> command = prefix(resources, group, boundsDataOfCommands(), mask(resources));
            command.addAll(bare);
            builder.command(command);
        }
        return watched(pinned.isPresent() ? pinned.get() : starter.start(builder), resources, group);
    }

    /**
     * What a process may lease to others, which is what it has; one that has leased no processor runs on any, and one that has leased
     * nothing shares what this process has.
     */
    private static String own(HostResources resources) {
        Machine machine = Machine.current();
        if (resources.slots().isEmpty()) {
            return System.getenv().getOrDefault(Machine.VARIABLE, machine.told());
        }
        Slots slots = resources.slots().get();
        List<Integer> processors = slots.processors().isEmpty() ? machine.processors() : slots.processors();
        return new Machine(processors, resources.memoryBytes(), machine.gpus()).told();
    }

    /** Which processors the process is held to, by whatever starts it. */
    private Optional<List<Integer>> processors(HostResources resources) {
        return limits.contains(Limit.AFFINITY)
                ? resources.slots().map(Slots::processors).filter(processors -> !processors.isEmpty())
                : Optional.empty();
    }

    private Optional<String> mask(HostResources resources) {
        return processors(resources).map(ProcessLimits::mask);
    }

    private void limit(
            ProcessBuilder builder,
            HostResources resources,
            Optional<CgroupPart> group,
            boolean data,
            Optional<String> mask) {
        List<String> command = prefix(resources, group, data, mask);
        command.addAll(builder.command());
        builder.command(command);
        builder.environment().putAll(variables(resources));
    }

    private LimitedProcess watched(Process process, HostResources resources, Optional<CgroupPart> group) {
        Optional<WatchedTree> tree = limits.contains(Limit.WATCH)
                ? Optional.of(new WatchedTree(process, resources.memoryBytes()))
                : Optional.empty();
        tree.ifPresent(WATCHDOG::add);
        LimitedProcess limited = new LimitedProcess(process, tree, group);
        group.ifPresent(g -> limited.exit().thenRun(g::end));
        return limited;
    }

    /** What goes before a command. */
    private static List<String> prefix(
            HostResources resources, Optional<CgroupPart> group, boolean data, Optional<String> mask) {
        List<String> prefix = new ArrayList<>();
        if (group.isPresent()) {
            String door = group.get().door().toString();
            prefix.addAll(List.of("sh", "-c", "echo $$ > \"$1\"; shift; exec \"$@\"", "limits", door));
        } else if (data) {
            long kilobytes = (resources.memoryBytes() + DATA_ROOM) >> 10;
            prefix.addAll(List.of("sh", "-c", "ulimit -d " + kilobytes + " 2>/dev/null; exec \"$@\"", "limits"));
        }
        mask.ifPresent(m -> prefix.addAll(List.of("taskset", m)));
        return prefix;
    }

    private Map<String, String> variables(HostResources resources) {
        Map<String, String> variables =
                GpuVariables.of(resources.slots().map(Slots::gpus).orElse(List.of()));
        variables.put(VARIABLE, words);
        variables.put(WatchedTree.VARIABLE, Long.toString(OwnProcess.pid()));
        groups.ifPresent(g -> variables.putAll(g.variables()));
        variables.put(Machine.VARIABLE, own(resources));
        return variables;
    }

    /** As hexadecimal digits, which every {@code taskset} reads. */
    static String mask(List<Integer> processors) {
        BigInteger mask = BigInteger.ZERO;
        for (int processor : processors) {
            mask = mask.setBit(processor);
        }
        return "0x" + mask.toString(16);
    }

    /** The means in a word each, besides the flags of a JVM: {@code taskset}, {@code ulimit}, {@code watchdog}. */
    public List<String> means() {
        return limits.stream().map(Limit::tool).toList();
    }

    /** Those that {@link #startCommand} uses. */
    public List<String> meansForCommands() {
        return limits.stream()
                .filter(limit -> limit != Limit.DATA || boundsDataOfCommands())
                .map(Limit::tool)
                .toList();
    }

    private boolean boundsDataOfCommands() {
        return limits.contains(Limit.DATA) && !limits.contains(Limit.WATCH);
    }

    /** For instance {@code ProcessLimits[taskset, ulimit, watchdog]}. */
    @Override
    public String toString() {
        return "ProcessLimits" + means();
    }
}
