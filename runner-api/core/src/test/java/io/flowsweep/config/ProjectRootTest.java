package io.flowsweep.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectRootTest {

    @TempDir
    Path dir;

    @Test
    void isTheRepositoryElseTheBuildElseTheOwnFolder() throws IOException {
        Path folder = Files.createDirectories(dir.resolve("module/sweeps"));
        Path file = folder.resolve("s.conf");
        assertThat(ProjectRoot.of(file)).isEqualTo(folder);
        Files.createFile(dir.resolve("module/pom.xml"));
        assertThat(ProjectRoot.of(file)).isEqualTo(dir.resolve("module"));
        Files.createDirectory(dir.resolve(".git"));
        assertThat(ProjectRoot.of(file)).isEqualTo(dir);
    }

    @Test
    void isTheWorkingDirectoryOrAFolderAboveForFilesBelowIt() {
        assertThat(Path.of("").toAbsolutePath()).startsWith(ProjectRoot.of(Path.of("src/x.conf")));
    }
}
