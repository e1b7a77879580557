package io.flowsweep.dependencies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowsweep.errors.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTreeTest {

    @TempDir
    private Path folder;

    @Test
    void findsWhatIsBelowInOrder() throws IOException {
        Path below = Files.createDirectories(folder.resolve("a/b"));
        Path last = Files.createFile(folder.resolve("Z.java"));
        Path first = Files.createFile(below.resolve("B.java"));
        Files.createFile(folder.resolve("readme.md"));
        Files.createDirectory(folder.resolve("folder.java"));

        assertThat(SourceTree.below(folder, ".java")).containsExactly(last, first);
        assertThat(SourceTree.below(last, ".java")).containsExactly(last);
    }

    @Test
    void saysWhichFolderCannotBeRead() {
        assertThatThrownBy(() -> SourceTree.below(folder.resolve("gone"), ".java"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("the sources cannot be read")
                .hasMessageContaining("gone");
    }
}
