package io.flowsweep.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantsTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void writesAndReadsAsTheJdkDoes(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] units = {1, 1000, 1_000_000, 1_000_000_000};
        for (int i = 0; i < 10_000; i++) {
            int unit = units[random.nextInt(units.length)];
            long range = random.nextBoolean() ? 10_000_000_000L : 400_000_000_000L; // years of four digits, and others
            Instant instant = Instant.ofEpochSecond(
                    random.nextLong(-range, range) / 60 * random.nextLong(1, 60),
                    random.nextInt(1_000_000_000) / unit * unit);

            assertThat(Instants.write(instant)).as("seed %d", seed).isEqualTo(instant.toString());
            assertThat(Instants.read(instant.toString())).as("seed %d", seed).isEqualTo(instant);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-24T10:00:00Z",
                "2026-11-24T10:00:00.5Z",
                "2026-11-24T10:00:00.Z",
                "2026-11-24T24:00:00Z",
                "2026-12-31T23:59:60Z",
                "2026-11-24t10:00:00z",
                "+12026-11-24T10:00:00Z"
            })
    void readsWhatTheJdkReads(String text) {
        assertThat(Instants.read(text)).isEqualTo(Instant.parse(text));
    }

    @Test
    void refusesWhatTheJdkRefuses() {
        for (String text : new String[] {"", "Z", "2026-11-24", "2026-13-24T10:00:00Z"}) {
            assertThatThrownBy(() -> Instants.read(text)).isInstanceOf(DateTimeException.class);
        }
    }
}
