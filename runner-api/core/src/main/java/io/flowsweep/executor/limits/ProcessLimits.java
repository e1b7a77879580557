package io.flowsweep.executor.limits;

import io.flowsweep.executor.HostResources;
import io.flowsweep.executor.HostResources.Slots;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

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

    private static final Watchdog WATCHDOG = new Watchdog();

    private static final PinnedStarts PINNED = new PinnedStarts();

    private final Set<Limit> limits;
    private final Optional<Cgroup> groups;

    /** @param groups where {@link Limit#CGROUP} is among the limits */
    ProcessLimits(Set<Limit> limits, Optional<Cgroup> groups) {
        this.groups = groups;
        this.limits = limits.isEmpty() ? EnumSet.noneOf(Limit.class) : EnumSet.copyOf(limits);
    }

    /** By all means that this machine offers, unless {@link #VARIABLE} says which. */
    public static ProcessLimits ofThisMachine() {
        return Holder.LIMITS;
    }

    private static final class Holder {
        static final ProcessLimits LIMITS = find();

        private static ProcessLimits find() {
            Set<Limit> limits = Optional.ofNullable(System.getenv(VARIABLE))
                    .map(Limit::named)
                    .orElseGet(LimitProbe::offered);
            return new ProcessLimits(limits, limits.contains(Limit.CGROUP) ? Cgroup.ofThisProcess() : Optional.empty());
        }
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
        builder.environment().putAll(variables(resources));
        builder.command(tools(resources, group).before(builder.command()));
        return watched(started(builder, ProcessBuilder::start, group), resources, group);
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
        LimitTools tools = toolsForCommands(resources, group);
        List<String> bare = List.copyOf(builder.command());
        builder.environment().putAll(variables(resources));
        builder.command(tools.onAnyProcessor().before(bare));
        ProcessStarter held = complete -> {
            Optional<Process> pinned = tools.processors().isEmpty()
                    ? Optional.empty()
                    : PINNED.start(tools.processors(), complete, starter);
            if (pinned.isPresent()) {
                return pinned.get();
            }
            return starter.start(complete.command(tools.before(bare)));
        };
        return watched(started(builder, held, group), resources, group);
    }

    /** Leaves nothing behind of a process that cannot be started. */
    private static Process started(ProcessBuilder builder, ProcessStarter starter, Optional<CgroupPart> group)
            throws IOException {
        try {
            return starter.start(builder);
        } catch (IOException | RuntimeException e) {
            group.ifPresent(CgroupPart::end);
            throw e;
        }
    }

    private LimitTools tools(HostResources resources, Optional<CgroupPart> group) {
        boolean data = limits.contains(Limit.DATA);
        List<Integer> processors = limits.contains(Limit.AFFINITY)
                ? resources.slots().map(Slots::processors).orElse(List.of())
                : List.of();
        return new LimitTools(
                group, data ? OptionalLong.of(resources.memoryBytes()) : OptionalLong.empty(), processors);
    }

    private LimitTools toolsForCommands(HostResources resources, Optional<CgroupPart> group) {
        LimitTools tools = tools(resources, group);
        return boundsDataOfCommands() ? tools : new LimitTools(group, OptionalLong.empty(), tools.processors());
    }

    private Map<String, String> variables(HostResources resources) {
        Map<String, String> variables = LimitVariables.of(resources, limits);
        groups.ifPresent(g -> variables.putAll(g.variables()));
        return variables;
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
