package io.flowsweep.sweep.results;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.events.RunState;
import io.flowsweep.plots.Table;
import io.flowsweep.plots.model.ChartSpec;
import io.flowsweep.plots.model.ChartType;
import io.flowsweep.sweep.events.Samples;
import io.flowsweep.sweep.events.SweepEvent.VariantFinished;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private final ResultsTable results = new ResultsTable();

    @Test
    void runsThatGoOnAtOnceAreInDifferentSlotsAndASlotIsUsedAgain() {
        results.accept(Samples.started(8));
        ended(0, 0, 10);
        ended(1, 2, 4);
        ended(2, 4, 6);
        ended(3, 5, 11);
        ended(4, 10, 12);

        Table table = results.table(ChartSpec.of(ChartType.TIMELINE));

        assertThat(column(table, "variant")).containsExactly(0.0, 1.0, 2.0, 3.0, 4.0);
        assertThat(column(table, "slot")).containsExactly(1.0, 2.0, 2.0, 3.0, 1.0);
        assertThat(column(table, "start").get(1) - column(table, "start").get(0))
                .isEqualTo(2);
    }

    private void ended(long variant, int start, int end) {
        results.accept(new VariantFinished(
                Samples.START.plusSeconds(end),
                variant,
                0,
                "run-" + variant,
                RunState.SUCCEEDED,
                Map.of(),
                end - start,
                Optional.empty(),
                Optional.empty(),
                1,
                Optional.empty()));
    }

    private static List<Double> column(Table table, String name) {
        return IntStream.range(0, table.rowCount())
                .mapToObj(row -> (Double) table.get(row, name))
                .toList();
    }
}
