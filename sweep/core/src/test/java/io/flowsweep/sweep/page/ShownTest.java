package io.flowsweep.sweep.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0.0 s",
        "5149, 5.1 s",
        "59949, 59.9 s",
        "59950, 1 min 00 s",
        "125000, 2 min 05 s",
        "3600000, 1 h 00 min",
        "11220000, 3 h 07 min"
    })
    void durationsHaveTwoUnits(long millis, String text) {
        assertThat(Shown.duration(Duration.ofMillis(millis))).isEqualTo(text);
    }

    @Test
    void aLongTextIsCutBetweenLetters() {
        assertThat(Shown.cut("short", 5)).isEqualTo("short");
        assertThat(Shown.cut("longer", 5)).isEqualTo("longe…");
        assertThat(Shown.cut("four\uD83D\uDE00", 5)).isEqualTo("four…");
    }
}
