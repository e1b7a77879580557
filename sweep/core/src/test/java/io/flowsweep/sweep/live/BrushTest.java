package io.flowsweep.sweep.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowsweep.plots.Column;
import io.flowsweep.plots.Table;
import io.flowsweep.plots.aggregate.Aggregation;
import io.flowsweep.plots.model.Channel;
import io.flowsweep.plots.model.ChartSpec;
import io.flowsweep.plots.model.ChartType;
import io.flowsweep.sweep.results.ChartFile;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BrushTest {

    private final Table table =
            new Table(List.of(Column.number("rate"), Column.text("optimizer"), Column.number("score")));

    @BeforeEach
    void fill() {
        for (double rate : new double[] {0.001, 0.01, 0.1, 1}) {
            table.add(List.of(rate, "sgd", 10 * rate));
            table.add(List.of(rate, "adam", 5 * rate));
        }
    }

    private List<RowFilter> conditions(ChartSpec spec, Brush brush) {
        return brush.conditions(new ChartFile(7, spec), Aggregation.of(spec, table), new ParallelRange(table));
    }

    @Test
    void aRangeOfNumbersIsOneOfTheColumn() {
        assertThat(conditions(ChartSpec.line("rate", "score").withLogX(), new Brush(0, 0.005, 0.5, 0, 100)))
                .containsExactly(RowFilter.range("rate", 0.005, 0.5, 7));
        assertThat(conditions(ChartSpec.of(ChartType.SCATTER, "rate", "score"), new Brush(0, 0, 1, 2, 3)))
                .containsExactly(RowFilter.range("rate", 0, 1, 7), RowFilter.range("score", 2, 3, 7));
    }

    @Test
    void categoriesAreThoseThatItTouches() {
        ChartSpec heatmap = ChartSpec.of(ChartType.HEATMAP, "rate", "optimizer").with(Channel.VALUE, "score");

        assertThat(conditions(heatmap, new Brush(0, 0.6, 2.4, -0.4, 0.4)))
                .containsExactly(
                        RowFilter.oneOf(List.of("rate"), List.of("0.01", "0.1"), 7),
                        RowFilter.oneOf(List.of("optimizer"), List.of("sgd"), 7));
    }

    @Test
    void parallelAxesAreReadBackFromTheirPlaces() {
        ChartSpec parallel = ChartSpec.of(ChartType.PARALLEL)
                .with(Channel.PARAMETERS, "rate", "optimizer")
                .with(Channel.VALUE, "score");

        RowFilter rate = conditions(parallel, new Brush(0, -0.1, 0.1, 0.3, 1)).get(0);
        assertThat(rate.columns()).containsExactly("rate");
        assertThat(rate.low().orElseThrow()).isBetween(0.007, 0.009); // on a log axis from 0.001 to 1
        assertThat(rate.high().orElseThrow()).isBetween(0.999, 1.001);

        assertThat(conditions(parallel, new Brush(0, 0.9, 1.1, -0.1, 0.5)))
                .containsExactly(RowFilter.oneOf(List.of("optimizer"), List.of("sgd"), 7));
        assertThat(conditions(parallel, new Brush(0, 0.2, 1.9, 0, 1)))
                .as("one axis is crossed")
                .hasSize(1);
        assertThat(conditions(parallel, new Brush(0, -0.5, 2.5, 0, 1)))
                .as("all are crossed")
                .hasSize(3);
    }

    @Test
    void refusesAPanelThatIsNotThere() {
        assertThatThrownBy(() -> conditions(ChartSpec.line("rate", "score"), new Brush(3, 0, 1, 0, 1)))
                .isInstanceOf(BadQuestionException.class)
                .hasMessageContaining("there is no panel 3");
    }
}
