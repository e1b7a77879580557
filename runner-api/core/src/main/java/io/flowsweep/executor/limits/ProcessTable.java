package io.flowsweep.executor.limits;

import java.io.File;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All processes of this machine, read once. */
final class ProcessTable {

    private final Map<Long, ProcessRow> rows = new HashMap<>();
    private final Map<Long, List<ProcessRow>> children = new HashMap<>();

    private ProcessTable() {}

    static ProcessTable read() {
        ProcessTable table = new ProcessTable();
        String[] names = new File("/proc").list();
        for (String name : names == null ? new String[0] : names) {
            if (Character.isDigit(name.charAt(0))) {
                ProcessRow.of(Long.parseLong(name)).ifPresent(table::add);
            }
        }
        return table;
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
