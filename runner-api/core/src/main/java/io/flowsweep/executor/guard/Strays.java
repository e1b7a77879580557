package io.flowsweep.executor.guard;

import io.flowsweep.os.ProcessTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Ends what a host that died alone has left behind. Its children belong to nobody then, but they have inherited the variable
 * in which each host is told its key; that is found where the system shows the environment of processes, under {@code /proc}.
 */
public final class Strays {

    public static final String VARIABLE = "FLOWSWEEP_HOST";

    private Strays() {}

    /** Ends every process that has been started, however indirectly, by the host with this key. */
    public static void end(String key) {
        String mark = VARIABLE + "=" + key + "\0";
        if (Files.isDirectory(Path.of("/proc/self"))) {
            ProcessHandle.allProcesses()
                    .filter(process -> (environment(process) + "\0").contains(mark))
                    .forEach(ProcessTree::kill);
        }
    }

    /** Empty for a process that has ended or belongs to another user. */
    private static String environment(ProcessHandle process) {
        try {
            Path file = Path.of("/proc", Long.toString(process.pid()), "environ");
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }
}
