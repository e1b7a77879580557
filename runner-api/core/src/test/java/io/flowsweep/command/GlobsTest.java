package io.flowsweep.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobsTest {

    @TempDir
    Path folder;

    @BeforeEach
    void make() throws IOException {
        for (String file :
                List.of("x.csv", "datax.csv", "data/x.csv", "data/a/x.csv", "data/a/b/x.csv", "data/b/a/x.py")) {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.createFile(folder.resolve(file));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*.csv            | datax.csv x.csv",
                "data             | data/a/b/x.csv data/a/x.csv data/b/a/x.py data/x.csv",
                "data/x.csv       | data/x.csv",
                "data/*/x.csv     | data/a/x.csv",
                "**/x.csv         | data/a/b/x.csv data/a/x.csv data/x.csv x.csv",
                "**.csv           | data/a/b/x.csv data/a/x.csv data/x.csv datax.csv x.csv",
                "data/**/x.csv    | data/a/b/x.csv data/a/x.csv data/x.csv",
                "**/a/**/x.csv    | data/a/b/x.csv data/a/x.csv",
                "data/**/a/**/x.* | data/a/b/x.csv data/a/x.csv data/b/a/x.py",
                "{data/**/,}x.csv | data/a/b/x.csv data/a/x.csv data/x.csv x.csv",
                "dat**/x.csv      | data/a/b/x.csv data/a/x.csv data/x.csv",
                "data/../x.csv    | x.csv",
                "nothing/*        | ''"
            })
    void matchFilesOfFoldersOfNoneToo(String glob, String expected) {
        assertThat(Globs.files(folder, glob).stream()
                        .map(file -> folder.relativize(file).toString())
                        .toList())
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected.split(" ")));
    }

    @Test
    void followALinkToAFolderThatTheyNameAndNoOther() throws IOException {
        Files.createSymbolicLink(folder.resolve("linked"), folder.resolve("data"));
        assertThat(Globs.files(folder, "linked/*.csv")).containsExactly(folder.resolve("linked/x.csv"));
        assertThat(Globs.files(folder, "linked")).hasSize(4).contains(folder.resolve("linked/a/x.csv"));
        assertThat(Globs.files(folder, "**/x.csv")).hasSize(4);
    }

    @Test
    void mayBeAbsolute() {
        assertThat(Globs.files(folder, "/*").stream().map(Path::getParent)).allMatch(Path.of("/")::equals);
        assertThat(Globs.files(folder.resolve("data"), folder + "/x.*")).containsExactly(folder.resolve("x.csv"));
    }
}
