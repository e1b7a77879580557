package io.flowsweep.executor.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.flowsweep.executor.HostResources;
import io.flowsweep.executor.HostResources.Slots;
import io.flowsweep.testing.JavaProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On plain files that look like those of the kernel, because few machines let a test divide a real group. */
class CgroupTest {

    private static final String MEMBERSHIP = "1:cpu:/\n0::/user.slice/run.scope\n";
    private static final HostResources RESOURCES =
            new HostResources(2, 256 << 20, 0, Map.of(), Optional.of(new Slots(List.of(0, 3), List.of())));

    @TempDir
    Path mount;

    private Path own;

    @BeforeEach
    void aDelegatedGroup() throws IOException {
        own = Files.createDirectories(mount.resolve("user.slice/run.scope"));
        write("cgroup.procs", "77\n");
        write("cgroup.controllers", "cpuset cpu io memory pids\n");
        write("cgroup.subtree_control", "");
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(own.resolve(file), text);
    }

    private Optional<Cgroup> delegated() {
        return Cgroup.delegated(mount, MEMBERSHIP, 77);
    }

    private Path part() throws IOException {
        try (Stream<Path> parts = Files.list(own)) {
            return parts.filter(p -> p.getFileName().toString().matches("flowsweep-\\d+-\\d+"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void isDividedWhenTheProcessIsAloneInIt() throws IOException {
        assertThat(delegated()).isPresent();
        assertThat(own.resolve("flowsweep-driver/cgroup.procs")).hasContent("77");
        assertThat(Set.of(
                        Files.readString(own.resolve("cgroup.subtree_control")).split(" ")))
                .containsExactlyInAnyOrder("+memory", "+cpu", "+cpuset");
    }

    @Test
    void isLeftAloneOtherwise() throws IOException {
        assertThat(Cgroup.delegated(mount, "0::/\n", 77)).isEmpty();
        assertThat(Cgroup.delegated(mount, "4:memory:/a\n", 77)).isEmpty();
        assertThat(Cgroup.delegated(mount, "0::/elsewhere\n", 77)).isEmpty();
        write("cgroup.procs", "77\n78\n");
        assertThat(delegated()).isEmpty();
        write("cgroup.procs", "77\n");
        write("cgroup.controllers", "cpu pids\n");
        assertThat(delegated()).isEmpty();
        assertThat(own.resolve("flowsweep-driver")).doesNotExist();
        assertThat(own.resolve("cgroup.subtree_control")).isEmptyFile();
    }

    @Test
    void boundsWhatIsStartedInAPart() throws Exception {
        write("cgroup.subtree_control", "memory cpu cpuset");
        ProcessLimits limits = new ProcessLimits(Set.of(Limit.CGROUP), Cgroup.open(own));

        LimitedProcess process =
                limits.start(new ProcessBuilder("sh", "-c", "echo $$ $FLOWSWEEP_CGROUP; read x"), RESOURCES);
        Path part = part();
        process.process().getOutputStream().close();

        assertThat(new String(process.process().getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip())
                .isEqualTo(process.process().pid() + " " + own);
        assertThat(part.resolve("cgroup.procs"))
                .hasContent(Long.toString(process.process().pid()));
        assertThat(part.resolve("memory.max")).hasContent("268435456");
        assertThat(part.resolve("memory.oom.group")).hasContent("1");
        assertThat(part.resolve("cpu.max")).hasContent("200000 100000");
        assertThat(part.resolve("cpuset.cpus")).hasContent("0,3");
        process.process().waitFor();
        assertThat(process.overrun()).isEmpty();
        assertThat(part.resolve("cgroup.kill")).hasContent("1");
    }

    @Test
    void keepsNoPartForWhatCannotBeStarted() throws Exception {
        write("cgroup.subtree_control", "memory");
        ProcessLimits limits = new ProcessLimits(Set.of(Limit.CGROUP), Cgroup.open(own));
        ProcessBuilder lost =
                new ProcessBuilder("true").directory(mount.resolve("nowhere").toFile());

        assertThatIOException().isThrownBy(() -> limits.start(lost, RESOURCES));

        assertThat(part().resolve("cgroup.kill")).hasContent("1");
    }

    @Test
    void saysWhenTheKernelHasEndedItForWantOfMemory() throws Exception {
        write("cgroup.subtree_control", "memory");
        CgroupPart part = Cgroup.open(own).orElseThrow().part(RESOURCES).orElseThrow();
        Files.writeString(part.door().resolveSibling("memory.events"), "low 0\noom 1\noom_kill 1\n");
        Files.writeString(part.door().resolveSibling("memory.peak"), "268439552\n");

        assertThat(part.end().orElseThrow().message()).isEqualTo("used 256 MiB of 256 MiB");
        assertThat(part.end()).isPresent();
    }

    @Test
    void isDoneWithoutWhereTheKernelRefuses() throws Exception {
        write("cgroup.subtree_control", "memory");
        ProcessLimits limits = new ProcessLimits(Set.of(Limit.CGROUP), Cgroup.open(own));
        Files.delete(own.resolve("cgroup.subtree_control"));
        Files.delete(own.resolve("cgroup.controllers"));
        Files.delete(own.resolve("cgroup.procs"));
        Files.delete(own);

        LimitedProcess process = limits.start(new ProcessBuilder("echo", "started"), RESOURCES);

        assertThat(JavaProcess.output(process.process())).isEqualTo("started");
        assertThat(process.overrun()).isEmpty();
    }
}
