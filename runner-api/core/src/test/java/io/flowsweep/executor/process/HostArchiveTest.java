package io.flowsweep.executor.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostArchiveTest {

    @TempDir
    Path folder;

    private Path archive(String name) {
        return folder.resolve("host-" + name + ".jsa");
    }

    private void make(String name, String command) throws IOException, InterruptedException {
        Path unfinished = Files.writeString(folder.resolve("host-" + name + ".tmp"), "classes");
        Process process = new ProcessBuilder(
                        "sh",
                        "-c",
                        HostArchive.MAKE,
                        "archive",
                        unfinished.toString(),
                        archive(name).toString(),
                        command)
                .start();
        assertThat(process.waitFor()).isZero();
        assertThat(unfinished).doesNotExist();
    }

    @Test
    void putsAnArchiveInItsPlaceAndKeepsTheNewestEight() throws IOException, InterruptedException {
        for (int i = 0; i < 10; i++) {
            Files.setLastModifiedTime(Files.createFile(archive("" + i)), FileTime.fromMillis(1_000_000L * (i + 1)));
        }

        make("new", "true");

        assertThat(folder).isDirectoryContaining("glob:**host-new.jsa");
        assertThat(IntStream.range(0, 10).filter(i -> Files.exists(archive("" + i))))
                .containsExactly(3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    void leavesNothingOfOneThatFailed() throws IOException, InterruptedException {
        make("new", "false");

        assertThat(folder).isEmptyDirectory();
    }
}
