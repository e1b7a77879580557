package io.flowsweep.executor.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveMakerTest {

    @TempDir
    Path folder;

    @TempDir
    Path elsewhere;

    private Path archive(String name) {
        return folder.resolve("host-" + name + ".jsa");
    }

    /** @param java what is started for the JVM that makes it */
    private void make(String name, int feature, Path java) throws IOException, InterruptedException {
        Path unfinished = Files.createTempFile(folder, "host-", ".tmp");
        Process process = new ProcessBuilder(
                        "sh",
                        "-c",
                        ArchiveMaker.script(feature),
                        "archive",
                        unfinished.toString(),
                        archive(name).toString(),
                        java.toString(),
                        "Main")
                .start();
        assertThat(process.waitFor()).isZero();
        assertThat(unfinished).doesNotExist();
    }

    /** Writes the file that it is to make, and beside it with what arguments it was started. */
    private Path fakeJvm() throws IOException {
        Path java = elsewhere.resolve("java");
        Files.writeString(java, """
                #!/bin/sh
                echo "$*" >>"$0.calls"
                for option; do
                    case $option in *=/*) echo made >"${option#*=}" ;; esac
                done
                """);
        assertThat(java.toFile().setExecutable(true)).isTrue();
        return java;
    }

    @Test
    void putsAnArchiveInItsPlaceAndKeepsTheNewestSixteen() throws IOException, InterruptedException {
        for (int i = 0; i < 18; i++) {
            Files.setLastModifiedTime(Files.createFile(archive("" + i)), FileTime.fromMillis(1_000_000L * (i + 1)));
        }

        make("new", 17, fakeJvm());

        assertThat(folder).isDirectoryContaining("glob:**host-new.jsa");
        assertThat(IntStream.range(0, 18).filter(i -> Files.exists(archive("" + i))))
                .containsExactly(3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17);
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void leavesNothingOfOneThatFailed(int feature) throws IOException, InterruptedException {
        make("new", feature, Path.of("/bin/false"));

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void linksItsClassesWhereTheJdkCan() throws IOException, InterruptedException {
        make("new", 24, fakeJvm());

        assertThat(elsewhere.resolve("java.calls"))
                .content()
                .containsPattern(
                        "(?s)^-XX:DumpLoadedClassList=.* Main\n-Xshare:dump -XX:[+]AOTClassLinking .* Main\n$");
        assertThat(folder).isDirectoryContaining("glob:**host-new.jsa").isDirectoryNotContaining("glob:**.classes");
    }
}
