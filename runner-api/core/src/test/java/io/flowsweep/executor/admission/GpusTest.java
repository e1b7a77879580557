package io.flowsweep.executor.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowsweep.errors.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GpusTest {

    @TempDir
    Path folder;

    @Test
    void areThoseThatTheEnvironmentNames() {
        assertThat(Gpus.find(Map.of("FLOWSWEEP_GPUS", "0,3"))).containsExactly(0, 3);
        assertThat(Gpus.find(Map.of("FLOWSWEEP_GPUS", "0-2"))).containsExactly(0, 1, 2);
        assertThat(Gpus.find(Map.of("FLOWSWEEP_GPUS", ""))).isEmpty();
        assertThatThrownBy(() -> Gpus.find(Map.of("FLOWSWEEP_GPUS", "all")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("the environment variable FLOWSWEEP_GPUS is \"all\"."
                        + " Write the numbers of the GPUs, for instance 0,1.");
    }

    @Test
    void areOtherwiseThoseThatTheDriverLists() throws IOException {
        tool("printf '0\\n1\\n'");
        assertThat(Gpus.find(Map.of("PATH", path()))).containsExactly(0, 1);
    }

    @Test
    void areNoneWhereTheDriverFailsOrIsMissing() throws IOException {
        assertThat(Gpus.find(Map.of("PATH", folder.toString()))).isEmpty();
        tool("echo no devices were found; exit 6");
        assertThat(Gpus.find(Map.of("PATH", path()))).isEmpty();
        tool("echo no devices were found");
        assertThat(Gpus.find(Map.of("PATH", path()))).isEmpty();
    }

    @Test
    void areNotLookedForUntilSomebodyNeedsOne() {
        assertThat(Gpus.of(List.of(1))).hasToString("Gpus[not looked for]");
    }

    private String path() {
        return folder + ":/bin:/usr/bin";
    }

    private void tool(String script) throws IOException {
        Path file = folder.resolve("nvidia-smi");
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
}
