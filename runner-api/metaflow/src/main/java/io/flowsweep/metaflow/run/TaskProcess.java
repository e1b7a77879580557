package io.flowsweep.metaflow.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * The process of a task. Metaflow takes a task to have ended when nobody can write to its output any more, so one that was killed while
 * a child of it lived on would hold up its run for as long as that child lives. Knows nothing where there is no {@code /proc}.
 */
final class TaskProcess {

    private static final Path PROC = Path.of("/proc");

    /** Fields behind the name in {@code /proc/PID/stat}, after proc(5). */
    private static final int STATE = 0;

    private static final int EXIT_CODE = 49;

    /** Of an exit code as wait(2) has it: the signal that ended the process. */
    private static final int SIGNAL = 0x7f;

    private final long pid;
    private final Set<Path> outputs;

    /** @param pid of a process that has just been started */
    TaskProcess(long pid) {
        this.pid = pid;
        this.outputs = outputs(pid);
    }

    /** What it writes to: {@code pipe:[4711]}. */
    private static Set<Path> outputs(long pid) {
        Set<Path> outputs = new HashSet<>();
        for (String descriptor : new String[] {"1", "2"}) {
            try {
                Path output = Files.readSymbolicLink(PROC.resolve(pid + "/fd/" + descriptor));
                if (output.toString().startsWith("pipe:")) {
                    outputs.add(output);
                }
            } catch (IOException e) {
                continue; // it is gone already, or another user's
            }
        }
        return outputs;
    }

    /** Whether a signal has ended it, and Metaflow has not asked how it ended. */
    boolean isKilled() {
        try {
            String stat = Files.readString(PROC.resolve(pid + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split("\\s+");
            return fields[STATE].equals("Z") && (Integer.parseInt(fields[EXIT_CODE]) & SIGNAL) != 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Ends all that it has left behind and that can still write to its output. */
    void endHeirs() {
        ProcessHandle.allProcesses()
                .filter(process -> outputs(process.pid()).stream().anyMatch(outputs::contains))
                .forEach(ProcessHandle::destroyForcibly);
    }
}
