package io.flowsweep.executor.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.events.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExitReasonTest {

    private static final String OUT_OF_MEMORY =
            "working\nTerminating due to java.lang.OutOfMemoryError: Java heap space\n";

    @TempDir
    Path folder;

    private static Failure reason(int code, String tail) {
        return ExitReason.of(code, tail).failure().orElseThrow();
    }

    @Test
    void codeZeroNeedsNone() {
        assertThat(ExitReason.of(0, OUT_OF_MEMORY).failure()).isEmpty();
    }

    @Test
    void isWhatAHostThatCouldNotEvenStartSaidLast() {
        assertThat(reason(1, "Error: Could not create the Java Virtual Machine.\nError: bad flag\n\n")
                        .summary())
                .isEqualTo("host: the host ended with exit code 1; it said: Error: bad flag");
    }

    @Test
    void isMemoryWhenTheSystemHadNoMore() {
        String tail = "# There is insufficient memory for the Java Runtime Environment to continue.\n"
                + "# Native memory allocation (mmap) failed to map 16384 bytes.\n";
        assertThat(reason(1, tail).summary())
                .isEqualTo("out of memory: the JVM could get no more memory from the system");
    }

    @Test
    void isMemoryOnlyWithTheCodeThatGoesWithIt() {
        assertThat(reason(3, OUT_OF_MEMORY).summary()).isEqualTo("out of memory: Java heap space");
        assertThat(reason(7, OUT_OF_MEMORY).kind())
                .as("a child of the host ran out of memory")
                .isEqualTo("host");
        assertThat(reason(3, "").summary()).isEqualTo("host: the host ended with exit code 3");
    }

    @Test
    void isTheSignalThatKilledIt() {
        assertThat(reason(137, "").message()).contains("signal 9");
        assertThat(reason(143, "").message()).contains("signal 15");
    }

    @Test
    void isTakenFromTheEndOfAnOutputHoweverLong() throws IOException {
        Path file = Files.writeString(folder.resolve("out"), "é".repeat(100_000) + "\nthe last");
        HostOutput output = new HostOutput(file);

        output.endLastLine();
        output.endLastLine();

        assertThat(reason(2, output.tail()).message()).endsWith("it said: the last");
        assertThat(Files.readString(file)).endsWith("é\nthe last\n");
        assertThat(new HostOutput(folder.resolve("none")).tail()).isEmpty();
    }
}
