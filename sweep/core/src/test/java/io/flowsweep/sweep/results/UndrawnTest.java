package io.flowsweep.sweep.results;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.events.RunState;
import io.flowsweep.sweep.events.Samples;
import io.flowsweep.sweep.events.SweepEvent;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UndrawnTest {

    private static SweepSummary after(SweepEvent... events) {
        SweepTally tally = new SweepTally();
        Stream.concat(Stream.of(Samples.started(3)), Stream.of(events)).forEach(tally::accept);
        return tally.summary();
    }

    @Test
    void saysWhatFailedWhereNothingSucceeded() {
        SweepSummary summary = after(
                Samples.started(0, 1L, "a"),
                Samples.ended(0, RunState.FAILED, "no memory\nat all"),
                Samples.started(1, 2L, "a"),
                Samples.ended(1, RunState.FAILED, "no memory\nat all"));

        assertThat(Undrawn.sentence(List.of("line chart of perf", "box chart of perf"), summary))
                .contains("not drawn, as no variant has succeeded (2 failed: no memory): "
                        + "line chart of perf, box chart of perf");
    }

    @Test
    void saysThatNoRunHasAValueWhereOthersSucceeded() {
        SweepSummary summary = after(Samples.started(0, 1L, "a"), Samples.succeeded(0, 1));

        assertThat(Undrawn.sentence(List.of("a", "b", "c", "d", "e", "f"), summary))
                .contains("not drawn, as no run has a value to show: a, b, c, d and 2 more");
        assertThat(Undrawn.sentence(List.of(), summary)).isEmpty();
        assertThat(Undrawn.noSuccess(summary)).isEmpty();
    }

    @Test
    void saysNothingOfFailuresBeforeThereIsOne() {
        assertThat(Undrawn.noSuccess(after())).isEmpty();
    }
}
