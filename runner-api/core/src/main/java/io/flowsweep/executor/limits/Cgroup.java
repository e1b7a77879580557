package io.flowsweep.executor.limits;

import io.flowsweep.executor.HostResources;
import io.flowsweep.executor.HostResources.Slots;
import io.flowsweep.executor.admission.CpuList;
import io.flowsweep.os.ProcFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Control groups, version 2, of Linux: a folder in which the kernel bounds whatever was started in it. Used where this process is
 * alone in a group that it may divide, as {@code systemd-run --user --scope -p Delegate=yes} makes one.
 */
final class Cgroup {

    /** In which a host is told the group below which its driver makes others. */
    static final String VARIABLE = "FLOWSWEEP_CGROUP";

    private static final Path MOUNT = Path.of("/sys/fs/cgroup");
    private static final Set<String> WANTED = Set.of("memory", "cpu", "cpuset");
    private static final long PERIOD_MICROS = 100_000;
    private static final AtomicLong MADE = new AtomicLong();

    private final Path base;
    private final Set<String> controllers;

    private Cgroup(Path base) throws IOException {
        this.base = base;
        this.controllers = words(base.resolve("cgroup.subtree_control"));
    }

    /** The one that the driver has told, else the one that was delegated to this process. */
    static Optional<Cgroup> ofThisProcess() {
        return Holder.FOUND;
    }

    private static final class Holder {
        static final Optional<Cgroup> FOUND = find();

        private static Optional<Cgroup> find() {
            String told = System.getenv(VARIABLE);
            return told == null
                    ? ProcFiles.read("/proc/self/cgroup")
                            .flatMap(text -> delegated(
                                    MOUNT, text, ProcessHandle.current().pid()))
                    : open(Path.of(told));
        }
    }

    static Optional<Cgroup> open(Path base) {
        try {
            return Optional.of(new Cgroup(base)).filter(group -> group.controllers.contains("memory"));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Divides the group of a process, which moves into a part of it: processes and parts cannot be in one group together.
     *
     * @param membership what {@code /proc/self/cgroup} says
     * @return empty when the group is not there, may not be divided or holds another process
     */
    static Optional<Cgroup> delegated(Path mount, String membership, long pid) {
        try {
            Optional<Path> own = membership
                    .lines()
                    .filter(line -> line.startsWith("0::/") && line.length() > 4)
                    .map(line -> mount.resolve(line.substring(4)))
                    .findFirst();
            if (own.isEmpty()
                    || !Files.isWritable(own.get())
                    || !Files.isWritable(own.get().resolve("cgroup.subtree_control"))
                    || !words(own.get().resolve("cgroup.procs")).equals(Set.of(Long.toString(pid)))) {
                return Optional.empty();
            }
            Set<String> offered = words(own.get().resolve("cgroup.controllers"));
            offered.retainAll(WANTED);
            if (!offered.contains("memory")) {
                return Optional.empty();
            }
            Path driver = Files.createDirectory(own.get().resolve("flowsweep-driver"));
            write(driver, "cgroup.procs", Long.toString(pid));
            write(
                    own.get(),
                    "cgroup.subtree_control",
                    offered.stream().map(c -> "+" + c).collect(Collectors.joining(" ")));
            return Optional.of(new Cgroup(own.get()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Makes a part for one process and all that it starts; empty when the kernel refuses. */
    Optional<CgroupPart> part(HostResources resources) {
        CgroupPart part = new CgroupPart(
                base.resolve("flowsweep-" + ProcessHandle.current().pid() + "-" + MADE.incrementAndGet()),
                resources.memoryBytes());
        try {
            bound(Files.createDirectory(part.folder()), resources);
            return Optional.of(part);
        } catch (IOException e) {
            part.end();
            return Optional.empty();
        }
    }

    private void bound(Path part, HostResources resources) throws IOException {
        write(part, "memory.max", Long.toString(resources.memoryBytes()));
        write(part, "memory.oom.group", "1");
        if (controllers.contains("cpu") && resources.cpu() > 0) {
            write(part, "cpu.max", resources.cpu() * PERIOD_MICROS + " " + PERIOD_MICROS);
        }
        List<Integer> processors = resources.slots().map(Slots::processors).orElse(List.of());
        if (controllers.contains("cpuset") && !processors.isEmpty()) {
            write(part, "cpuset.cpus", CpuList.format(processors));
        }
    }

    /** What a host is told. */
    Map<String, String> variables() {
        return Map.of(VARIABLE, base.toString());
    }

    static void write(Path group, String file, String value) throws IOException {
        Files.writeString(group.resolve(file), value);
    }

    private static Set<String> words(Path file) throws IOException {
        return Stream.of(Files.readString(file).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }
}
