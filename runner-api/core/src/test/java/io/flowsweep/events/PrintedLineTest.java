package io.flowsweep.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintedLineTest {

    @ParameterizedTest
    @CsvSource({"false, a | b", "true, ! x", "true, ''"})
    void comesBackAsItWasMarked(boolean error, String text) {
        String mark = new String(PrintedLine.mark("train_2-12", error), StandardCharsets.UTF_8);

        assertThat(PrintedLine.parse(mark + text)).isEqualTo(new PrintedLine(Optional.of("train_2-12"), error, text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "| x", "warning: a | b", "train | x", "train- | x", "a.b-1 | x", "train-1 |x", "train-1"})
    void withoutTheMarkOfATaskIsAllText(String line) {
        assertThat(PrintedLine.parse(line)).isEqualTo(new PrintedLine(Optional.empty(), false, line));
    }

    @Test
    void aNumberMayHaveSeveralDigits() {
        assertThat(PrintedLine.parse("s-1000 ! x").task()).contains("s-1000");
    }
}
