package io.flowsweep.executor.limits;

import io.flowsweep.os.ProcFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A control group of one process and all that it starts. Thread-safe. */
final class CgroupPart {

    private final Path folder;
    private final long limitBytes;
    private boolean ended;
    private Optional<Overrun> overrun = Optional.empty();

    CgroupPart(Path folder, long limitBytes) {
        this.folder = folder;
        this.limitBytes = limitBytes;
    }

    Path folder() {
        return folder;
    }

    /** The file to which a process writes its id to get in. */
    Path door() {
        return folder.resolve("cgroup.procs");
    }

    /** Ends what is left in it and takes it away; before that, looks whether the kernel has ended something for want of memory. */
    synchronized Optional<Overrun> end() {
        if (!ended) {
            ended = true;
            if (number("memory.events", "oom_kill ").orElse(0L) > 0) {
                long used = Math.max(limitBytes, number("memory.peak", "").orElse(limitBytes));
                overrun = Optional.of(new Overrun(used, limitBytes, Optional.empty()));
            }
            try {
                Cgroup.write(folder, "cgroup.kill", "1");
                Files.delete(folder);
            } catch (IOException e) {
                return overrun; // it goes with the group above it
            }
        }
        return overrun;
    }

    private Optional<Long> number(String file, String key) {
        return ProcFiles.read(folder.resolve(file).toString())
                .flatMap(text -> text.lines()
                        .filter(line -> line.startsWith(key))
                        .findFirst()
                        .map(line -> Long.parseLong(line.substring(key.length()).strip())));
    }
}
