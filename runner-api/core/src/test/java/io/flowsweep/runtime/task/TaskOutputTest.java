package io.flowsweep.runtime.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaskOutputTest {

    private final List<String> lines = new ArrayList<>();

    @Test
    void handsOverWholeLinesAndTheRestAtItsEnd() throws IOException {
        try (TaskOutput output = new TaskOutput(line -> lines.add(new String(line, StandardCharsets.UTF_8)))) {
            output.stream(false).write("one\ntw".getBytes(StandardCharsets.UTF_8));
            output.stream(true).write("three\n".getBytes(StandardCharsets.UTF_8));
            output.stream(false).write('o');
            assertThat(lines).containsExactly("one", "three");
        }

        assertThat(lines).containsExactly("one", "three", "two");
    }

    @Test
    void holdsNoMoreThanAMebibyteOfALineWithoutEnd() throws IOException {
        byte[] bar = ("50 % " + "#".repeat(995)).getBytes(StandardCharsets.UTF_8);
        try (TaskOutput output = new TaskOutput(line -> lines.add(new String(line, StandardCharsets.UTF_8)))) {
            OutputStream stream = output.stream(false);
            for (int i = 0; i < 2100; i++) {
                stream.write(bar);
            }
            assertThat(lines).hasSize(2).allMatch(line -> line.length() < 2 << 20);
        }

        assertThat(String.join("", lines)).hasSize(2_100_000);
    }
}
