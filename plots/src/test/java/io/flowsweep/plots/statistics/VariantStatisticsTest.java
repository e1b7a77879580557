package io.flowsweep.plots.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.flowsweep.plots.Column;
import io.flowsweep.plots.CsvFile;
import io.flowsweep.plots.Goal;
import io.flowsweep.plots.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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

    /** One of them took the place of the other. */
    @Test
    void rowsOfOneRepeatAreOneValue() {
        for (int seed = 0; seed < 3; seed++) {
            row("fast", seed, 1.0 + seed);
            row("fast", seed, 3.0 + seed);
        }

        Table table = VariantStatistics.of(rows, List.of("backend"), "time", Optional.of("seed"));

        assertThat(column(table, "n")).containsExactly(3.0);
        assertThat(column(table, "mean")).containsExactly(3.0);
        assertThat(column(table, "sd")).containsExactly(1.0);
    }

    @Test
    void nameTheirColumnsAfterTheMetricWhereAnAxisHasTheName() {
        Table named = new Table(List.of(Column.number("n"), Column.number("y")));
        named.add(List.of(3, 1));

        Table table = VariantStatistics.of(named, List.of("n"), "y", Optional.empty());

        assertThat(CsvFile.text(table))
                .isEqualTo("n,y n,missing,mean,low,high,standing,to best,difference low,difference high,p,hedges g,"
                        + "median,sd,boot low,boot high,outliers\n"
                        + "3,1,0,1,,,best,,,,,,1,,,,0\n");
    }

    @Test
    void compareEachWithItsOwnBaseline() {
        Table grid = new Table(List.of(
                Column.number("cpu"),
                Column.number("dim"),
                Column.number("seed"),
                Column.number("time", "s").towards(Goal.MINIMIZE)));
        for (int seed = 0; seed < 5; seed++) {
            double noise = 0.01 * (seed * seed % 3);
            grid.add(List.of(1, 10, seed, 10 + noise));
            grid.add(List.of(2, 10, seed, 5 + noise * 2));
            grid.add(List.of(1, 20, seed, 40 + noise));
            grid.add(List.of(2, 20, seed, 44 - noise));
            grid.add(List.of(2, 30, seed, 1));
        }

        Table table = VariantStatistics.toBaseline(
                grid, List.of("cpu", "dim"), "time", Optional.of("seed"), Map.of("cpu", 1.0), List.of("cpu", "dim"));

        assertThat(column(table, "standing")).containsExactly("baseline", "better", "baseline", "worse", "no baseline");
        assertThat((Double) table.get(1, "to baseline")).isCloseTo(-4.99, within(0.01));
        assertThat((Double) table.get(1, "difference high")).isLessThan(-4.9);
        assertThat((Double) table.get(3, "to baseline")).isGreaterThan(3.9);
        assertThat((Double) table.get(1, "boot low")).isBetween(5.0, (Double) table.get(1, "mean"));
        assertThat(column(table, "p").get(0)).isNull();
        assertThat(table.column("to baseline").label()).isEqualTo("to baseline [s]");
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
