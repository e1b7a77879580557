package io.flowsweep.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What lives in a process group, on Linux. */
public final class ProcessGroup {

    private ProcessGroup() {}

    /** The ids of its processes; one that has ended and that nobody has asked for is none. */
    public static List<Long> members(String group) {
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(pid -> isMember(pid, group))
                .toList();
    }

    private static boolean isMember(long pid, String group) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return fields[2].equals(group) && !fields[0].equals("Z");
        } catch (IOException e) {
            return false;
        }
    }
}
