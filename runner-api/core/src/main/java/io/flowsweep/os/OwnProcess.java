package io.flowsweep.os;

import java.io.File;
import java.util.Optional;

/**
 * What the system knows of this process. From {@code /proc} where that is there, for a host asks in its short life, and the
 * JDK's {@link ProcessHandle} makes a pool of threads before its first answer.
 */
public final class OwnProcess {

    private static final long PID = findPid();

    private OwnProcess() {}

    /** Its id. */
    public static long pid() {
        return PID;
    }

    /** The id of the process that has started it, or of the one that took over when that ended. */
    public static long parentPid() {
        Optional<ProcessRow> row = ProcessRow.self();
        return row.isPresent()
                ? row.get().parent()
                : ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(-1L);
    }

    /** Whether it has no child; false where the system does not tell. */
    public static boolean isChildless() {
        String[] threads = new File("/proc/self/task").list();
        if (threads == null) {
            return false;
        }
        for (int i = threads.length - 1;
                i >= 0;
                i--) { // the first one last: it inherits from threads that end meanwhile
            Optional<String> children = ProcFiles.read("/proc/self/task/" + threads[i] + "/children");
            if (children.isPresent() ? !children.get().isBlank() : i == 0) {
                return false;
            }
        }
        return true;
    }

    private static long findPid() {
        Optional<ProcessRow> row = ProcessRow.self();
        return row.isPresent() ? row.get().pid() : ProcessHandle.current().pid();
    }
}
