package io.flowsweep.executor.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputTailTest {

    @TempDir
    Path folder;

    private final List<String> lines = new ArrayList<>();

    @Test
    void handsOverALineWhenItIsWhole() throws IOException {
        Path file = Files.writeString(folder.resolve("out"), "one\ntw");
        OutputTail tail = new OutputTail(file, lines::add);
        tail.read();
        assertThat(lines).containsExactly("one");

        Files.writeString(file, "one\ntwo\rthree");
        tail.finish();

        assertThat(lines).containsExactly("one", "two", "three");
        assertThat(file).hasContent("one\ntwo\rthree\n");
    }

    @Test
    void readsAFileAnewThatWasEmptied() throws IOException {
        Path file = Files.writeString(folder.resolve("out"), "one\na line that has no end");
        OutputTail tail = new OutputTail(file, lines::add);
        tail.read();

        Files.writeString(file, "two\n");
        tail.read();
        tail.finish();

        assertThat(lines).containsExactly("one", "a line that has no end", "two");
        assertThat(tail.last()).isEqualTo(lines);
    }
}
