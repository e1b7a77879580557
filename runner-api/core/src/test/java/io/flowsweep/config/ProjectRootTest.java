package io.flowsweep.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    @Test
    void keepsNamedFilesInside() throws IOException {
        Path root = Files.createDirectories(dir.resolve("project/sub")).getParent();
        Path outside = Files.createFile(dir.resolve("outside.conf"));
        Files.createSymbolicLink(root.resolve("link.conf"), outside);
        assertThat(ProjectRoot.inside(root, root.resolve("sub"), "../a.conf", "f:1"))
                .isEqualTo(root.resolve("a.conf"));
        for (String name : List.of("../outside.conf", outside.toString(), "link.conf")) {
            assertThatThrownBy(() -> ProjectRoot.inside(root, root, name, "f:1"))
                    .hasMessageStartingWith("f:1: \"" + name + "\" lies outside the project");
        }
        assertThatThrownBy(() -> ProjectRoot.inside(root, root, "a\0b", "f:1")).hasMessageContaining("is no path");
    }
}
