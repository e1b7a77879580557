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

    /** Whether it has ended, whoever has been told. */
    boolean isGone() {
        try {
            String stat = Files.readString(PROC.resolve(pid + "/stat"));
            return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
        } catch (IOException e) {
            return !outputs.isEmpty();
        }
    }

    /** Ends all that it has left behind and that can still write to its output. */
    void endHeirs() {
        ProcessHandle.allProcesses()
                .filter(process -> outputs(process.pid()).stream().anyMatch(outputs::contains))
                .forEach(ProcessHandle::destroyForcibly);
    }
}
