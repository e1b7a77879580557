package io.flowsweep.sweep.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WritingTurnsTest {

    private static long seconds(double seconds) {
        return (long) (seconds * TimeUnit.SECONDS.toNanos(1));
    }

    private final WritingTurns turns = new WritingTurns(seconds(100));

    @Test
    void beginAfterFiveSecondsHoweverMuchChanges() {
        assertThat(turns.changed(seconds(101))).hasValue(seconds(4));
        assertThat(turns.changed(seconds(102))).isEmpty();
    }

    @Test
    void takeAFortiethOfTheTimeAlsoWhenSomethingChangesDuringEach() {
        turns.changed(seconds(105));
        turns.begin(seconds(105));
        assertThat(turns.changed(seconds(105.5))).isEmpty();

        assertThat(turns.end(seconds(106))).hasValue(seconds(39));

        turns.begin(seconds(145));
        assertThat(turns.changed(seconds(145.1))).isEmpty();
        assertThat(turns.end(seconds(145.2))).hasValue(seconds(7.8));
    }

    @Test
    void waitForAChangeAndRestTwoSecondsAtLeast() {
        turns.changed(seconds(105));
        turns.begin(seconds(105));
        assertThat(turns.end(seconds(105.001))).isEmpty();

        assertThat(turns.changed(seconds(106.001))).hasValue(seconds(1));
    }

    @Test
    void areTakenAtOnceWhenTheLastOneIsLongAgo() {
        assertThat(turns.changed(seconds(500))).hasValue(0);
    }
}
