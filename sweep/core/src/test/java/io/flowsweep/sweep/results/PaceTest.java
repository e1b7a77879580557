package io.flowsweep.sweep.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final Instant BEGAN = Instant.parse("2026-01-01T00:00:00Z");

    private final Pace twoInAnHour = Pace.from(BEGAN).withEnd(at(1)).withEnd(at(1));

    private static Instant at(double hours) {
        return BEGAN.plus(Duration.ofMinutes((long) (60 * hours)));
    }

    @Test
    void countsDownWhileNothingEnds() {
        assertThat(twoInAnHour.remaining(18, at(1))).contains(Duration.ofHours(9));
        assertThat(twoInAnHour.remaining(18, at(1.5))).contains(Duration.ofMinutes(8 * 60 + 30));
        assertThat(twoInAnHour.remaining(18, at(2))).contains(Duration.ofHours(8));
    }

    @Test
    void isNotKnownBeforeTheFirstEndNorAtTheLastNorWhenOneIsOverdue() {
        assertThat(Pace.from(BEGAN).remaining(18, at(1))).isEmpty();
        assertThat(twoInAnHour.remaining(0, at(1))).isEmpty();
        assertThat(twoInAnHour.remaining(2, at(2.5))).isEmpty();
    }

    @Test
    void isNoLessWhenTheClockWasSetBack() {
        assertThat(twoInAnHour.remaining(18, at(-1)).orElseThrow()).isGreaterThanOrEqualTo(Duration.ofHours(9));
        assertThat(Pace.from(BEGAN).withEnd(at(-1)).remaining(18, at(1))).isEmpty();
    }
}
