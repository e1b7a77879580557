package io.flowsweep.sweep.results;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.events.RunState;
import io.flowsweep.sweep.events.Samples;
import io.flowsweep.sweep.events.SweepEvent;
import io.flowsweep.sweep.events.SweepEvent.Outcome;
import io.flowsweep.sweep.results.SweepSummary.Best;
import io.flowsweep.sweep.results.SweepSummary.FailureGroup;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SweepTallyTest {

    @Test
    void countsEveryVariantOnce() {
        SweepSummary summary = after(
                Samples.started(9),
                Samples.started(0, 1L, "a"),
                Samples.started(1, 2L, "a"),
                Samples.started(2, 3L, "a"),
                Samples.started(3, 4L, "a"),
                Samples.succeeded(0, 1),
                Samples.ended(1, RunState.FAILED, "exit 1"),
                Samples.ended(2, RunState.TERMINATED, null),
                Samples.skipped(4, 64L, "a", "too large"));

        assertThat(summary.succeeded()).isEqualTo(1);
        assertThat(summary.failed()).isEqualTo(1);
        assertThat(summary.skipped()).isEqualTo(1);
        assertThat(summary.terminated()).isEqualTo(1);
        assertThat(summary.running()).isEqualTo(1);
        assertThat(summary.done()).isEqualTo(4);
        assertThat(summary.left()).isEqualTo(5);
        assertThat(summary.outcome()).isEmpty();
        assertThat(summary.countsText())
                .isEqualTo("1 of 9 variants succeeded, 1 failed, 1 skipped, 1 ended on request, 5 left");
    }

    @Test
    void failuresAreGroupedByMessageTheMostFrequentFirst() {
        SweepSummary summary = after(
                Samples.started(4),
                Samples.started(0, 1L, "a"),
                Samples.ended(0, RunState.FAILED, "exit 1"),
                Samples.started(1, 2L, "a"),
                Samples.ended(1, RunState.FAILED, "no data"),
                Samples.started(2, 3L, "a"),
                Samples.ended(2, RunState.FAILED, "no data"));

        assertThat(summary.failures())
                .containsExactly(
                        new FailureGroup("no data", 2, "cpu=2,backend=a", Optional.of("run-1")),
                        new FailureGroup("exit 1", 1, "cpu=1,backend=a", Optional.of("run-0")));
    }

    @Test
    void messagesThatDifferInNumbersAddressesAndTemporaryPathsAreOneGroupWithAnExampleAsItIs() {
        SweepSummary summary = after(
                Samples.started(3),
                Samples.started(0, 1L, "a"),
                Samples.ended(0, RunState.FAILED, "out of memory at 123 MB in '/tmp/x1/log.txt' of Net@1b6d3586"),
                Samples.started(1, 2L, "a"),
                Samples.ended(1, RunState.FAILED, "out of memory at 125.5 MB in '/tmp/y/z/log.txt' of Net@7a81197d"));

        assertThat(summary.failures())
                .containsExactly(new FailureGroup(
                        "out of memory at 123 MB in '/tmp/x1/log.txt' of Net@1b6d3586",
                        2,
                        "cpu=1,backend=a",
                        Optional.of("run-0")));
    }

    @Test
    void aVariantThatRunsAgainHasNotEnded() {
        SweepTally tally = new SweepTally();
        List.of(
                        Samples.started(2),
                        Samples.started(0, 1L, "a"),
                        Samples.started(1, 2L, "a"),
                        Samples.ended(0, RunState.FAILED, "no data"),
                        Samples.ended(1, RunState.FAILED, "no data"))
                .forEach(tally::accept);

        tally.accept(Samples.started(0, 1L, "a"));

        SweepSummary again = tally.summary();
        assertThat(again.done()).isEqualTo(1);
        assertThat(again.left()).isEqualTo(1);
        assertThat(again.failures())
                .as("the example is one that still stands as failed")
                .containsExactly(new FailureGroup("no data", 1, "cpu=2,backend=a", Optional.of("run-1")));
        tally.accept(Samples.succeeded(0, 5));
        assertThat(tally.summary().countsText()).isEqualTo("1 of 2 variants succeeded, 1 failed");
    }

    @Test
    void theBestIsTheObjectivesInItsDirection() {
        SweepSummary summary = after(
                Samples.started(3),
                Samples.started(0, 1L, "a"),
                Samples.started(1, 2L, "a"),
                Samples.started(2, 3L, "a"),
                Samples.succeeded(0, 5),
                Samples.succeeded(1, 7),
                Samples.succeeded(2, Double.NaN));

        assertThat(summary.best()).contains(new Best("perf", 7, Optional.of("1/s"), "cpu=2,backend=a"));
    }

    @Test
    void theEndTellsOutcomeAndTime() {
        SweepSummary summary = after(Samples.started(0), Samples.finished(Outcome.CANCELLED));

        assertThat(summary.outcome()).contains(Outcome.CANCELLED);
        assertThat(summary.elapsed()).isEqualTo(Duration.ofSeconds(4));
        assertThat(summary).hasToString("SweepSummary[matmul cancelled 0/0]");
    }

    @Test
    void hasWorkedForNoTimeWhenTheClockWasSetBack() {
        SweepSummary summary = after(
                Samples.started(1),
                new SweepEvent.Warned(Samples.START.minusSeconds(60), Optional.empty(), "the clock was set back"));

        assertThat(summary.elapsed()).isZero();
    }

    private static SweepSummary after(SweepEvent... events) {
        SweepTally tally = new SweepTally();
        List.of(events).forEach(tally::accept);
        return tally.summary();
    }
}
