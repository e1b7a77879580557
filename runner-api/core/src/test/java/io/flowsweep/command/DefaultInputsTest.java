package io.flowsweep.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefaultInputsTest {

    @TempDir
    Path folder;

    @BeforeEach
    void files() throws IOException {
        for (String file : List.of(
                "train.py",
                "lib/model.py",
                "README.md",
                "LICENSE",
                "results/old.csv",
                ".env",
                "venv/pyvenv.cfg",
                "venv/lib/x.py")) {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.writeString(folder.resolve(file), "");
        }
    }

    private Stream<String> found(DefaultInputs inputs) {
        return inputs.files().stream().map(file -> folder.relativize(file).toString());
    }

    @Test
    void areAllFilesButOutputAndDocumentation() {
        DefaultInputs inputs = DefaultInputs.below(folder);
        assertThat(found(inputs)).containsExactly("lib/model.py", "train.py");
        assertThat(inputs.warnings()).isEmpty();
    }

    @Test
    void areNeitherSweepFilesNorWhatWasPrintedIntoFilesNorBackupsNorNotes() throws IOException {
        Files.writeString(folder.resolve("other.conf"), "name = other\nflow { command = [python3, train.py] }\n");
        Files.writeString(folder.resolve("model.conf"), "depth = 3\nworkflow = x\n");
        Files.writeString(folder.resolve("nohup.out"), "");
        Files.writeString(folder.resolve("train.log"), "");
        for (String aside : List.of("train.py~", "#train.py#", "old.py.bak", "train.py.orig", "notes.txt", "TODO")) {
            Files.writeString(folder.resolve(aside), "");
        }

        assertThat(found(DefaultInputs.below(folder))).containsExactly("lib/model.py", "model.conf", "train.py");
    }

    @Test
    void areWhatGitTracks() throws IOException, InterruptedException {
        assumeTrue(git("init", "-q") == 0, "git is not installed");
        git("add", "train.py", "README.md", "results/old.csv");
        DefaultInputs inputs = DefaultInputs.below(folder);
        assertThat(found(inputs)).containsExactly("results/old.csv", "train.py");
        assertThat(inputs.warnings())
                .singleElement()
                .asString()
                .contains("the command does not see lib/model.py in")
                .contains("git add them, or name inputs");
    }

    @Test
    void areWhatGitTracksInSubmodulesToo() throws IOException, InterruptedException {
        assumeTrue(git("init", "-q") == 0, "git is not installed");
        Path lib = folder.resolve("lib");
        git(lib, "init", "-q");
        git(lib, "add", "model.py");
        git(lib, "-c", "user.name=a", "-c", "user.email=a@b", "commit", "-q", "-m", "Begin");
        git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", "./lib");
        git("add", "train.py");

        assertThat(found(DefaultInputs.below(folder))).containsExactly("lib/model.py", "train.py");
    }

    @Test
    void areNotMissedWhereOutputAndHiddenFilesAreNotTracked() throws IOException, InterruptedException {
        assumeTrue(git("init", "-q") == 0, "git is not installed");
        git("add", "train.py", "lib");
        Files.createDirectories(folder.resolve(".flowsweep/blobs"));
        Files.writeString(folder.resolve(".flowsweep/blobs/a1"), "");

        assertThat(DefaultInputs.below(folder).warnings()).isEmpty();
    }

    private int git(String... arguments) throws IOException, InterruptedException {
        return git(folder, arguments);
    }

    private static int git(Path in, String... arguments) throws IOException, InterruptedException {
        Process git = new ProcessBuilder(Stream.concat(Stream.of("git", "-C", in.toString()), Stream.of(arguments))
                        .toList())
                .inheritIO()
                .start();
        return git.waitFor();
    }
}
