package io.flowsweep.plots.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.flowsweep.plots.Column;
import io.flowsweep.plots.Table;
import io.flowsweep.plots.UnknownColumnException;
import io.flowsweep.plots.model.ChartModel.Point;
import io.flowsweep.plots.model.ChartModel.Scale;
import io.flowsweep.plots.model.ChartModel.Series;
import io.flowsweep.plots.statistics.Summary;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ChartModelTest {

    private final Table table = new Table(List.of(
            Column.number("variant"),
            Column.number("cpu"),
            Column.number("dim"),
            Column.text("backend"),
            Column.number("perf", "1/s")));

    @Nested
    class OfALine {

        @Test
        void hasOnePointForEachSeriesAndXSortedByNumber() {
            row(3, 2, 512, "b", 30.0);
            row(1, 1, 64, "a", 10.0);
            row(2, 2, 64, "a", 20.0);

            ChartModel model = line("cpu", "perf", "dim");

            assertThat(model.series()).extracting(Series::name).containsExactly("64", "512");
            assertThat(model.series().get(0).points())
                    .extracting(Point::x, Point::mean)
                    .containsExactly(tuple(1.0, OptionalDouble.of(10)), tuple(2.0, OptionalDouble.of(20)));
            assertThat(model.x()).isEqualTo(new ChartModel.Axis("cpu", Scale.LINEAR, List.of()));
            assertThat(model.y().label()).isEqualTo("perf [1/s]");
            assertThat(model.seriesLabel()).contains("dim");
            assertThat(model.caption()).isEqualTo("n = 1 per point: no interval");
            assertThat(model.message()).isEmpty();
        }

        @Test
        void hasTheMeanAndIntervalOfTheRepeats() {
            double[] values = {10, 11, 13};
            for (double value : values) {
                row(1, 1, 64, "a", value);
            }
            row(2, 2, 64, "a", 20.0);

            ChartModel model = ChartModel.of(ChartSpec.line("cpu", "perf").withVariant("variant"), table);

            Point repeated = model.series().get(0).points().get(0);
            assertThat(repeated.mean().orElseThrow()).isCloseTo(34 / 3.0, within(1e-12));
            assertThat(repeated.interval()).isEqualTo(Summary.of(values).interval());
            assertThat(repeated.n()).isEqualTo(3);
            assertThat(model.series().get(0).points().get(1).interval()).isEmpty();
            assertThat(model.caption()).isEqualTo("mean and 95 % t interval · n = 1–3 per point");
        }

        @Test
        void overTextHasCategoriesInTheOrderOfTheRows() {
            row(1, 1, 64, "small", 1.0);
            row(2, 1, 64, "large", 2.0);
            row(3, 1, 64, "small", 1.0);

            ChartModel model = ChartModel.of(ChartSpec.line("backend", "perf"), table);

            assertThat(model.x()).isEqualTo(new ChartModel.Axis("backend", Scale.CATEGORY, List.of("small", "large")));
            assertThat(model.series().get(0).points()).extracting(Point::x).containsExactly(0.0, 1.0);
            assertThat(model.series().get(0).name()).isEmpty();
        }
    }

    @Nested
    class OfBars {

        @Test
        void hasNumbersAsCategoriesSortedBySize() {
            row(1, 10, 64, "a", 1.0);
            row(2, 9, 64, "b", 2.0);

            ChartModel model = ChartModel.of(ChartSpec.bar("cpu", "perf").withSeries("backend"), table);

            assertThat(model.x().categories()).containsExactly("9", "10");
            assertThat(model.series().get(0).points()).extracting(Point::x).containsExactly(1.0);
            assertThat(model.series().get(1).points()).extracting(Point::x).containsExactly(0.0);
        }
    }

    @Nested
    class NeverHides {

        @Test
        void rowsWithoutAFiniteY() {
            row(1, 1, 64, "a", 10.0);
            row(1, 1, 64, "a", null);
            row(2, 2, 64, "a", null);
            row(3, 3, 64, "a", Double.NaN);

            ChartModel model = ChartModel.of(ChartSpec.line("cpu", "perf"), table);

            assertThat(model.series().get(0).points())
                    .containsExactly(
                            new Point(1, OptionalDouble.of(10), Optional.empty(), 1, 1),
                            new Point(2, OptionalDouble.empty(), Optional.empty(), 0, 1),
                            new Point(3, OptionalDouble.empty(), Optional.empty(), 0, 1));
            assertThat(model.caption())
                    .isEqualTo(
                            "n = 1 per point: no interval · 2 rows without perf · 1 row with a perf that is not finite");
        }

        @Test
        void rowsWithoutAPlaceOnX() {
            row(1, null, 64, "a", 10.0);
            row(2, Double.NaN, 64, "a", 10.0);
            row(3, 0, 64, "a", 10.0);
            row(4, 1, 64, "a", 10.0);

            ChartModel model = ChartModel.of(ChartSpec.line("cpu", "perf").withLogX(), table);

            assertThat(model.series().get(0).points()).hasSize(1);
            assertThat(model.caption())
                    .contains("1 row without cpu", "1 row with a cpu that is not finite")
                    .contains("1 row with cpu ≤ 0, not on a log axis");
        }

        @Test
        void meansBelowALogAxis() {
            row(1, 1, 64, "a", -10.0);
            row(2, 2, 64, "a", 10.0);

            ChartModel model = ChartModel.of(ChartSpec.line("cpu", "perf").withLogY(), table);

            assertThat(model.series().get(0).points().get(0).mean()).isEmpty();
            assertThat(model.caption()).contains("1 point with perf ≤ 0, not on a log axis");
        }

        @Test
        void rowsWithoutASeriesValue() {
            row(1, 1, null, "a", 10.0);
            row(2, 1, 64, "a", 20.0);

            assertThat(line("cpu", "perf", "dim").series())
                    .extracting(Series::name)
                    .containsExactly("64", "(none)");
        }

        /** An interval over different variants would treat what was varied as noise. */
        @Test
        void thatAPointAveragesSeveralVariants() {
            row(1, 1, 64, "a", 10.0);
            row(2, 1, 128, "a", 20.0);

            ChartModel model = ChartModel.of(ChartSpec.line("cpu", "perf").withVariant("variant"), table);

            Point point = model.series().get(0).points().get(0);
            assertThat(point.mean()).hasValue(15);
            assertThat(point.interval()).isEmpty();
            assertThat(model.caption()).isEqualTo("n = 2 per point · up to 2 variants in one point: no interval there");
        }
    }

    @Nested
    class WithoutPoints {

        @Test
        void saysThatNothingHasFinished() {
            ChartModel model = line("cpu", "perf", "dim");

            assertThat(model.message()).contains("no finished variants yet");
            assertThat(model.series()).isEmpty();
            assertThat(model.caption()).isEqualTo("n = 0");
        }

        @Test
        void saysThatNothingCanBeDrawn() {
            row(1, 1, 64, "a", null);

            ChartModel model = line("cpu", "perf", "dim");

            assertThat(model.message()).contains("no values to draw");
            assertThat(model.caption()).isEqualTo("n = 0 · 1 row without perf");
        }
    }

    @Nested
    class IsRefused {

        @Test
        void forAColumnThatDoesNotExist() {
            assertThatThrownBy(() -> line("cpu", "pref", "dim"))
                    .isInstanceOf(UnknownColumnException.class)
                    .hasMessageContaining("Did you mean \"perf\"?");
        }

        @Test
        void forAYOfText() {
            assertThatThrownBy(() -> line("cpu", "backend", "dim"))
                    .isInstanceOf(InvalidChartException.class)
                    .hasMessage("the y of a chart must be a number column, but \"backend\" holds text");
        }

        @Test
        void forALogAxisOfCategoriesOrBars() {
            List<ChartSpec> specs = List.of(
                    ChartSpec.line("backend", "perf").withLogX(),
                    ChartSpec.bar("cpu", "perf").withLogX(),
                    ChartSpec.bar("cpu", "perf").withLogY());

            assertThat(specs)
                    .allSatisfy(spec -> assertThatThrownBy(() -> ChartModel.of(spec, table))
                            .isInstanceOfSatisfying(
                                    InvalidChartException.class,
                                    e -> assertThat(e.spec()).isEqualTo(spec)));
        }
    }

    private ChartModel line(String x, String y, String series) {
        return ChartModel.of(ChartSpec.line(x, y).withSeries(series), table);
    }

    private void row(Object... cells) {
        table.add(Arrays.asList(cells));
    }
}
