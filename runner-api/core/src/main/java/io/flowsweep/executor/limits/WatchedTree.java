package io.flowsweep.executor.limits;

import io.flowsweep.events.ResourceUsage;
import io.flowsweep.os.PrivateMemory;
import io.flowsweep.os.ProcFiles;
import io.flowsweep.os.ProcessRow;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A process and all that it has started, however indirectly, but for what somebody else watches. Who is a member stays one when
 * the process between has ended. Used by the {@link Watchdog}'s thread; what was seen may be asked for by any.
 */
final class WatchedTree {

    /** In which a process is told who watches it; it inherits this to those that it starts. */
    static final String VARIABLE = "FLOWSWEEP_WATCHER";

    private static final String MARK = VARIABLE + "=" + ProcessHandle.current().pid() + "\0";

    private final Process root;
    private final long limitBytes;
    private long startNanos = System.nanoTime();
    private long peakBytes;
    private double cpuSeconds;
    private double cpuBefore;
    private Map<Long, ProcessRow> members = Map.of();
    private long excusedBytes;
    private volatile Overrun overrun;

    /** @param limitBytes of the memory of all together */
    WatchedTree(Process root, long limitBytes) {
        this.root = root;
        this.limitBytes = limitBytes;
    }

    boolean lives() {
        return root.isAlive();
    }

    /** Those of the last look, and the process itself. */
    Set<Long> pids() {
        Set<Long> pids = new HashSet<>(members.keySet());
        pids.add(root.pid());
        return pids;
    }

    /** What was seen since the start, or since it was last forgotten. */
    synchronized ResourceUsage seen() {
        return new ResourceUsage(peakBytes, cpuSeconds - cpuBefore, (System.nanoTime() - startNanos) / 1e9);
    }

    synchronized void forget() {
        peakBytes = 0;
        cpuBefore = cpuSeconds;
        startNanos = System.nanoTime();
    }

    private synchronized void note(long resident, double cpu) {
        peakBytes = Math.max(peakBytes, resident);
        cpuSeconds = Math.max(cpuSeconds, cpu); // what a process took that nobody waited for is no longer in the sum
    }

    Optional<Overrun> overrun() {
        return Optional.ofNullable(overrun);
    }

    /** Takes a look, and ends all of it when it takes too much memory. */
    void look(ProcessTable table) {
        members = members(table);
        long resident = 0;
        double cpu = 0;
        for (ProcessRow member : members.values()) {
            resident += member.residentBytes();
            cpu += member.cpuSeconds();
        }
        note(resident, cpu);
        if (resident <= limitBytes) {
            excusedBytes = 0;
        } else if (resident > excusedBytes) {
            check(resident);
        }
    }

    private Map<Long, ProcessRow> members(ProcessTable table) {
        Map<Long, ProcessRow> found = new LinkedHashMap<>();
        Deque<ProcessRow> todo = new ArrayDeque<>();
        table.row(root.pid()).ifPresent(todo::add);
        members.values().stream()
                .flatMap(old -> table.row(old.pid()).filter(now -> now.started() == old.started()).stream())
                .forEach(todo::add);
        while (!todo.isEmpty()) {
            ProcessRow next = todo.poll();
            if ((next.pid() == root.pid() || isOurs(next)) && found.put(next.pid(), next) == null) {
                todo.addAll(table.children(next.pid()));
            }
        }
        return found;
    }

    /** Asked again each time: a process that was just forked has its parent's environment for a moment. */
    private static boolean isOurs(ProcessRow process) {
        return ProcFiles.read(process.pid(), "environ")
                .map(environment -> !environment.contains(VARIABLE + "=") || (environment + "\0").contains(MARK))
                .orElse(true);
    }

    /** Resident memory counts shared pages and those of files several times over, so it alone is no reason. */
    private void check(long resident) {
        long used = 0;
        Optional<Overrun.Child> largest = Optional.empty();
        for (ProcessRow member : members.values()) {
            long own = PrivateMemory.of(member.pid()).orElseGet(() -> residentNow(member));
            used += own;
            if (member.pid() != root.pid()
                    && own > largest.map(Overrun.Child::usedBytes).orElse(0L)) {
                largest = Optional.of(new Overrun.Child(name(member.pid()), own));
            }
        }
        if (used <= limitBytes) {
            excusedBytes = resident;
            return;
        }
        long worthNaming = used / 4;
        overrun = new Overrun(used, limitBytes, largest.filter(child -> child.usedBytes() >= worthNaming));
        root.destroyForcibly();
        members.keySet().forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
    }

    /** For a process of which the system does not tell more; nothing when it has ended since it was looked at. */
    private static long residentNow(ProcessRow member) {
        return ProcessRow.of(member.pid())
                .filter(now -> now.started() == member.started())
                .map(ProcessRow::residentBytes)
                .orElse(0L);
    }

    private static String name(long pid) {
        return ProcFiles.read(pid, "comm").map(String::strip).orElse("process " + pid);
    }
}
