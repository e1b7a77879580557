package io.flowsweep.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TextsTest {

    @Test
    void durationsAreAsLongAsTheyNeedToBe() {
        assertThat(Texts.duration(Duration.ofMillis(50))).isEqualTo("0.1 s");
        assertThat(Texts.duration(Duration.ofMillis(59_949))).isEqualTo("59.9 s");
        assertThat(Texts.duration(Duration.ofMillis(59_950))).isEqualTo("1 min 00 s");
        assertThat(Texts.duration(Duration.ofSeconds(3_599))).isEqualTo("59 min 59 s");
        assertThat(Texts.duration(Duration.ofSeconds(11_220))).isEqualTo("3 h 07 min");
        assertThat(Texts.duration(5.14)).isEqualTo("5.1 s");
    }

    @Test
    void numbersHaveFourSignificantDigits() {
        assertThat(Texts.number(42)).isEqualTo("42");
        assertThat(Texts.number(0)).isEqualTo("0");
        assertThat(Texts.number(41.2345)).isEqualTo("41.23");
        assertThat(Texts.number(12345.678)).isEqualTo("12346");
        assertThat(Texts.number(0.012345)).isEqualTo("0.01235");
        assertThat(Texts.number(-1.5e-7)).isEqualTo("-1.500e-07");
        assertThat(Texts.number(Double.NaN)).isEqualTo("NaN");
    }
}
