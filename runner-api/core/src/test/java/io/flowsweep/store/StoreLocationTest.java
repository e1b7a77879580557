package io.flowsweep.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreLocationTest {

    @TempDir
    Path root;

    Path start;

    @BeforeEach
    void makeFolders() throws IOException {
        start = Files.createDirectories(root.resolve("project/sweeps"));
    }

    @Test
    void theFolderAskedForComesFirst() {
        assertThat(StoreLocation.find(Optional.of(root.resolve("x/../y")), start, Map.of("FLOWSWEEP_HOME", "/h")))
                .isEqualTo(root.resolve("y"));
    }

    @Test
    void thenTheVariableUnlessItIsEmpty() throws IOException {
        Files.createDirectories(start.resolve(".flowsweep"));
        Path home = root.resolve("home");
        assertThat(find(Map.of("FLOWSWEEP_HOME", home.toString()))).isEqualTo(home);
        assertThat(find(Map.of("FLOWSWEEP_HOME", ""))).isEqualTo(start.resolve(".flowsweep"));
    }

    @Test
    void thenTheNearestStoreUpwards() throws IOException {
        Files.createDirectories(root.resolve(".flowsweep"));
        Files.createDirectories(root.resolve("project/.git"));
        assertThat(find(Map.of())).isEqualTo(root.resolve(".flowsweep"));
        Files.createDirectories(root.resolve("project/.flowsweep"));
        assertThat(find(Map.of())).isEqualTo(root.resolve("project/.flowsweep"));
    }

    @Test
    void thenTheRootOfTheGitCheckoutAlsoOfAWorktree() throws IOException {
        Files.createFile(root.resolve("project/.git"));
        assertThat(find(Map.of())).isEqualTo(root.resolve("project/.flowsweep"));
    }

    @Test
    void elseTheStartItself() {
        assertThat(find(Map.of())).isEqualTo(start.resolve(".flowsweep"));
    }

    private Path find(Map<String, String> environment) {
        return StoreLocation.find(Optional.empty(), start, environment);
    }
}
