package io.flowsweep.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

    @ParameterizedTest
    @CsvSource({
        "250ms, 250",
        "90s, 90000",
        "90 seconds, 90000",
        "1.5h, 5400000",
        "5m, 300000",
        "2d, 172800000",
        "3, 3000",
        "PT2M, 120000"
    })
    void readsWhatPeopleWrite(String text, long millis) {
        assertThat(Durations.parse(text)).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "5 fortnights", "PX", "1.2.3s"})
    void refusesTheRest(String text) {
        assertThatThrownBy(() -> Durations.parse(text))
                .isInstanceOf(CodecException.class)
                .hasMessage("expected a duration such as 90s, 5m or 1h, got \"" + text + "\"");
    }
}
