package io.flowsweep.sweep.results;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.events.RunState;
import io.flowsweep.sweep.events.Samples;
import io.flowsweep.sweep.events.SweepEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UndrawnTest {

    private static SweepSummary after(SweepEvent... events) {
        SweepTally tally = new SweepTally();
        Stream.concat(Stream.of(Samples.started(3)), Stream.of(events)).forEach(tally::accept);
        return tally.summary();
    }

    private static Map<String, String> charts(String... titles) {
        Map<String, String> charts = new LinkedHashMap<>();
        List.of(titles).forEach(title -> charts.put(title, "no " + title));
        return charts;
    }

    @Test
    void saysWhatFailedWhereNothingSucceeded() {
        SweepSummary summary = after(
                Samples.started(0, 1L, "a"),
                Samples.ended(0, RunState.FAILED, "no memory\nat all"),
                Samples.started(1, 2L, "a"),
                Samples.ended(1, RunState.FAILED, "no memory\nat all"));

        assertThat(Undrawn.sentence(charts("line chart of perf", "box chart of perf"), summary))
                .contains("not drawn, as no variant has succeeded (2 failed: no memory): "
                        + "line chart of perf, box chart of perf");
    }

    @Test
    void givesEachItsReasonWhereOthersSucceeded() {
        SweepSummary summary = after(Samples.started(0, 1L, "a"), Samples.succeeded(0, 1));

        assertThat(Undrawn.sentence(charts("a", "b", "c", "d", "e", "f"), summary))
                .contains("not drawn: a (no a), b (no b), c (no c), d (no d) and 2 more");
        assertThat(Undrawn.sentence(Map.of(), summary)).isEmpty();
        assertThat(Undrawn.noSuccess(summary)).isEmpty();
    }

    @Test
    void saysNothingOfFailuresBeforeThereIsOne() {
        assertThat(Undrawn.noSuccess(after())).isEmpty();
    }
}
