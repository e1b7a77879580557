package io.flowsweep.plots.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.flowsweep.plots.Column;
import io.flowsweep.plots.CsvFile;
import io.flowsweep.plots.Goal;
import io.flowsweep.plots.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VariantStatisticsTest {

    private final Table rows = new Table(List.of(
            Column.text("backend"),
            Column.number("seed"),
            Column.number("time", "s").towards(Goal.MINIMIZE)));

    @Test
    void sayWhatTheRepeatsOfEachVariantSay() {
        for (int seed = 0; seed < 4; seed++) {
            row("slow", seed, 10.0 + seed);
            row("fast", seed, 2.0 + seed + 0.1 * (seed % 2));
        }
        row("once", 0, 5.0);
        row("broken", 0, null);
        row("broken", 1, Double.NaN);

        Table table = VariantStatistics.of(rows, List.of("backend"), "time", Optional.of("seed"));

        assertThat(table.rowCount()).isEqualTo(4);
        assertThat(column(table, "backend")).containsExactly("fast", "once", "slow", "broken");
        assertThat(column(table, "standing")).containsExactly("best", "n = 1: no test", "worse", "no value");
        assertThat(column(table, "n")).containsExactly(4.0, 1.0, 4.0, 0.0);
        assertThat(column(table, "missing")).containsExactly(0.0, 0.0, 0.0, 2.0);
        assertThat(column(table, "low")).element(1).isNull();
        assertThat((Double) table.get(2, "to best")).isCloseTo(7.95, within(1e-9));
        assertThat((Double) table.get(2, "p")).isLessThan(0.001);
        assertThat(table.column("mean").label()).isEqualTo("mean [s]");
    }

    @Test
    void nameTheirColumnsAfterTheMetricWhereAnAxisHasTheName() {
        Table named = new Table(List.of(Column.number("n"), Column.number("y")));
        named.add(List.of(3, 1));

        Table table = VariantStatistics.of(named, List.of("n"), "y", Optional.empty());

        assertThat(CsvFile.text(table))
                .isEqualTo("n,y n,missing,mean,median,sd,low,high,outliers,to best,p,hedges g,standing\n"
                        + "3,1,0,1,1,,,,0,,,,best\n");
    }

    private void row(Object... cells) {
        rows.add(Arrays.asList(cells));
    }

    private static List<Object> column(Table table, String name) {
        return IntStream.range(0, table.rowCount())
                .mapToObj(row -> table.get(row, name))
                .toList();
    }
}
