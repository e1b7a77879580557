package io.flowsweep.sweep.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowsweep.events.RunState;
import io.flowsweep.plots.Column;
import io.flowsweep.plots.CsvFile;
import io.flowsweep.plots.Table;
import io.flowsweep.sweep.events.Samples;
import io.flowsweep.sweep.events.SweepEvent;
import io.flowsweep.sweep.events.SweepEvent.VariantFinished;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResultsTableTest {

    @Test
    void hasARowForEachVariantThatEndedInTheOrderOfTheSpace() {
        ResultsTable results = after(
                Samples.started(4),
                Samples.started(0, 1L, "streams"),
                Samples.started(1, 2L, "streams"),
                Samples.started(2, 1L, "loops"),
                Samples.succeeded(2, 12.5),
                Samples.ended(1, RunState.TIMED_OUT, "timeout: longer than 5 s"),
                Samples.skipped(3, 64L, "loops", "needs 64 CPUs"));

        assertThat(CsvFile.text(results.table())).isEqualTo("""
                        variant,cpu,backend,config.variant_id,perf,loss,state,duration
                        1,2,streams,2xstreams,,,timed_out,2.5
                        2,1,loops,1xloops,12.5,,succeeded,2.5
                        3,64,loops,64xloops,,,skipped,
                        """);
    }

    @Test
    void columnsCarryTheUnitsOfTheMetrics() {
        assertThat(after(Samples.started(1)).table().columns())
                .extracting(Column::label)
                .containsExactly(
                        "variant",
                        "cpu",
                        "backend",
                        "config.variant_id",
                        "perf [1/s]",
                        "loss",
                        "state",
                        "duration [s]");
    }

    @Test
    void theLastRunOfAVariantCounts() {
        ResultsTable results = after(
                Samples.started(1),
                Samples.started(0, 1L, "streams"),
                Samples.ended(0, RunState.FAILED, "exit 1"),
                Samples.started(0, 1L, "streams"),
                Samples.succeeded(0, 3));

        assertThat(results.table().rowCount()).isEqualTo(1);
        assertThat(results.table().get(0, "state")).isEqualTo("succeeded");
        assertThat(results.table().get(0, "perf")).isEqualTo(3.0);
    }

    @Test
    void aColumnThatComesLaterIsThereForEarlierRowsToo() {
        VariantFinished plain = Samples.succeeded(1, 3);
        VariantFinished escalated = new VariantFinished(
                plain.at(),
                plain.variant(),
                plain.repeat(),
                plain.run(),
                plain.state(),
                plain.metrics(),
                plain.seconds(),
                plain.failure(),
                plain.kind(),
                2,
                Optional.of("memory=2GB"));
        ResultsTable results = after(
                Samples.started(2),
                Samples.started(0, 1L, "streams"),
                Samples.succeeded(0, 5),
                Samples.started(1, 2L, "streams"),
                escalated);

        assertThat(results.table().get(0, "escalated")).isNull();
        assertThat(results.table().get(0, "perf")).isEqualTo(5.0);
        assertThat(results.table().get(1, "escalated")).isEqualTo("memory=2GB");
    }

    @Test
    void aTableThatWasTakenDoesNotChange() {
        ResultsTable results = after(
                Samples.started(2),
                Samples.started(1, 1L, "streams"),
                Samples.succeeded(1, 5),
                Samples.started(0, 2L, "streams"));
        Table before = results.table();
        results.accept(Samples.succeeded(0, 7));

        assertThat(before.rowCount()).isEqualTo(1);
        assertThat(CsvFile.text(results.table())).contains("\n0,2,", "\n1,1,");
    }

    @Test
    void valuesThatAreNoTextAreShownAsJson() {
        ResultsTable results =
                after(Samples.started(1), Samples.started(0, 1L, List.of("a", "b")), Samples.succeeded(0, 3));

        assertThat(results.table().get(0, "backend")).isEqualTo("[\"a\",\"b\"]");
    }

    @Test
    void anAxisWithTheNameOfAColumnOfTheTableIsShownByItsPath() {
        assertThat(ResultColumns.column("duration", "params.duration")).isEqualTo("params.duration");
        assertThat(ResultColumns.column("dim", "config.dim")).isEqualTo("dim");
    }

    @Test
    void needsTheSweepsFirstEvent() {
        assertThatThrownBy(() -> new ResultsTable().table()).isInstanceOf(IllegalStateException.class);
    }

    private static ResultsTable after(SweepEvent... events) {
        ResultsTable results = new ResultsTable();
        List.of(events).forEach(results::accept);
        return results;
    }
}
