package io.flowsweep.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScreenTest {

    private static final String CLEAR = "\r\u001b[K";

    private final StringWriter text = new StringWriter();

    @Test
    void onATerminalLinesAppearAboveTheLiveOne() {
        Screen screen = new Screen(new PrintWriter(text), new Terminal(true, 80));

        screen.live("1/8");
        screen.print("failed");
        screen.live("2/8");
        screen.live("");

        assertThat(text.toString()).isEqualTo(CLEAR + "1/8" + CLEAR + "failed\n1/8" + CLEAR + "2/8" + CLEAR);
    }

    @Test
    void theSameLiveLineIsNotDrawnAgain() {
        Screen screen = new Screen(new PrintWriter(text), new Terminal(true, 80));

        screen.live("1/8");
        screen.live("1/8");

        assertThat(text.toString()).isEqualTo(CLEAR + "1/8");
    }

    @Test
    void withoutATerminalThereIsNoLiveLineAndNoControlCharacter() {
        Screen screen = new Screen(new PrintWriter(text), new Terminal(false, 80));

        screen.live("1/8");
        screen.print("done");
        screen.live("");

        assertThat(text.toString()).isEqualTo("done\n");
    }

    @Test
    void theWidthIsWhatColumnsSaysElseTheDefault() {
        assertThat(Terminal.width(Map.of("COLUMNS", "132"), false)).isEqualTo(132);
        assertThat(Terminal.width(Map.of("COLUMNS", "wide"), false)).isEqualTo(Terminal.DEFAULT_WIDTH);
        assertThat(Terminal.width(Map.of(), false)).isEqualTo(Terminal.DEFAULT_WIDTH);
    }
}
