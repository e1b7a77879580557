package io.flowsweep.executor.limits;

import io.flowsweep.os.ProcessRow;
import java.io.File;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;

/** Processes of this machine, read at one moment. */
final class ProcessTable {

    /** Before the first look: everything is new to it. */
    static final ProcessTable NOTHING = new ProcessTable();

    private final Set<Long> living = new HashSet<>();

    /** Those of {@link #living} that were there one look earlier, too. */
    private final Set<Long> settled = new HashSet<>();

    private final Map<Long, ProcessRow> rows = new HashMap<>();
    private final Map<Long, List<ProcessRow>> children = new HashMap<>();

    private ProcessTable() {}

    /**
     * Those of now: the ones that are wanted, and the ones that are new. The others are not looked at again, which is most of the
     * work on a machine with many processes. A process is new for two looks, as whoever has started it may be late to say so.
     */
    ProcessTable next(LongPredicate wanted) {
        ProcessTable next = new ProcessTable();
        String[] names = new File("/proc").list();
        for (String name : names == null ? new String[0] : names) {
            if (Character.isDigit(name.charAt(0))) {
                long pid = Long.parseLong(name);
                next.living.add(pid);
                if (living.contains(pid)) {
                    next.settled.add(pid);
                }
                if (wanted.test(pid) || !settled.contains(pid)) {
                    ProcessRow.of(pid).ifPresent(next::add);
                }
            }
        }
        return next;
    }

    private void add(ProcessRow row) {
        rows.put(row.pid(), row);
        children.computeIfAbsent(row.parent(), parent -> new ArrayList<>()).add(row);
    }

    Optional<ProcessRow> row(long pid) {
        return Optional.ofNullable(rows.get(pid));
    }

    List<ProcessRow> children(long pid) {
        return children.getOrDefault(pid, List.of());
    }
}
