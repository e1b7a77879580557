package io.flowsweep.cli.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.cli.output.Screen;
import io.flowsweep.cli.output.Terminal;
import io.flowsweep.sweep.Sweep;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VariantCountTest {

    @TempDir
    Path dir;

    private final StringWriter written = new StringWriter();

    private VariantCount count(String where, boolean terminal) throws IOException {
        Files.createDirectories(dir.resolve(".git"));
        Files.writeString(dir.resolve("Flow.java"), "class Flow {}");
        Path file = Files.writeString(
                dir.resolve("s.conf"),
                "flow = Flow.java\nconfig.cpu = 1\ngrid.cpu { from = 1, to = 30000 }\n" + where + "\nlimit = 20000");
        return new VariantCount(
                Sweep.load(file), new Screen(new PrintWriter(written, true), new Terminal(terminal, 100)));
    }

    @Test
    void tellsATerminalHowFarItIsWhileItCounts() throws IOException {
        VariantCount count = count("where = \"cpu % 2 == 0\"", true);
        assertThat(count.known()).hasToString("≥ 0");

        assertThat(count.exact()).isEqualTo(15_000);

        assertThat(written.toString())
                .contains("counting: ≥ 5000 variants", "counting: ≥ 10000 variants")
                .endsWith("\r\u001b[K");
    }

    @Test
    void looksNoFurtherThanThePositionThatIsAskedFor() throws IOException {
        VariantCount count = count("where = \"cpu % 2 == 0\"", false);

        assertThat(count.has(BigInteger.valueOf(7))).isTrue();
        assertThat(count.known()).hasToString("≥ 5000");
        assertThat(count.has(BigInteger.valueOf(15_000))).isFalse();
        assertThat(count.has(BigInteger.ONE.negate())).isFalse();
        assertThat(written.toString()).isEmpty();
    }

    @Test
    void knowsWhatNoConditionLeavesOut() throws IOException {
        assertThat(count("", true).known()).hasToString("20000");
        assertThat(written.toString()).isEmpty();
    }
}
