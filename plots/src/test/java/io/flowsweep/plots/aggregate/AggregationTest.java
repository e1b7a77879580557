package io.flowsweep.plots.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.flowsweep.plots.Column;
import io.flowsweep.plots.Table;
import io.flowsweep.plots.UnknownColumnException;
import io.flowsweep.plots.model.Axis;
import io.flowsweep.plots.model.Axis.Scale;
import io.flowsweep.plots.model.ChartModel;
import io.flowsweep.plots.model.ChartSpec;
import io.flowsweep.plots.model.InvalidChartException;
import io.flowsweep.plots.model.Legend;
import io.flowsweep.plots.model.Mark;
import io.flowsweep.plots.model.Point;
import io.flowsweep.plots.model.Tone;
import io.flowsweep.plots.statistics.Summary;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AggregationTest {

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

            assertThat(lines(model)).extracting(Mark.Line::name).containsExactly("64", "512");
            assertThat(lines(model).get(0).points())
                    .extracting(Point::x, Point::y)
                    .containsExactly(tuple(1.0, OptionalDouble.of(10)), tuple(2.0, OptionalDouble.of(20)));
            assertThat(x(model)).isEqualTo(new Axis("cpu", Scale.LINEAR, 0.95, 2.05, List.of(), List.of(1.0, 2.0)));
            assertThat(model.panels().get(0).y().label()).isEqualTo("perf [1/s]");
            assertThat(model.legend()).hasValueSatisfying(legend -> {
                assertThat(legend.label()).isEqualTo("dim");
                assertThat(legend.entries()).extracting(Legend.Entry::name).containsExactly("64", "512");
            });
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

            ChartModel model = Aggregation.of(ChartSpec.line("cpu", "perf").withVariant("variant"), table);

            Point repeated = lines(model).get(0).points().get(0);
            assertThat(repeated.y().orElseThrow()).isCloseTo(34 / 3.0, within(1e-12));
            assertThat(repeated.interval()).isEqualTo(Summary.of(values).interval());
            assertThat(repeated.n()).isEqualTo(3);
            assertThat(lines(model).get(0).points().get(1).interval()).isEmpty();
            assertThat(model.caption()).isEqualTo("mean and 95 % t interval · n = 1–3 per point");
        }

        @Test
        void overTextHasCategoriesInTheOrderOfTheRows() {
            row(1, 1, 64, "small", 1.0);
            row(2, 1, 64, "large", 2.0);
            row(3, 1, 64, "small", 1.0);

            ChartModel model = Aggregation.of(ChartSpec.line("backend", "perf"), table);

            assertThat(x(model))
                    .isEqualTo(new Axis("backend", Scale.CATEGORY, -0.5, 1.5, List.of("small", "large"), List.of()));
            assertThat(lines(model).get(0).points()).extracting(Point::x).containsExactly(0.0, 1.0);
            assertThat(lines(model).get(0).name()).isEmpty();
        }
    }

    @Nested
    class OfBars {

        @Test
        void hasNumbersAsCategoriesSortedBySize() {
            row(1, 10, 64, "a", 1.0);
            row(2, 9, 64, "b", 2.0);

            ChartModel model = Aggregation.of(ChartSpec.bar("cpu", "perf").withSeries("backend"), table);

            assertThat(x(model).categories()).containsExactly("9", "10");
            assertThat(lines(model).get(0).points())
                    .extracting(Point::x)
                    .singleElement()
                    .satisfies(x -> assertThat(x).isBetween(0.5, 1.0));
            assertThat(lines(model).get(1).points())
                    .extracting(Point::x)
                    .singleElement()
                    .satisfies(x -> assertThat(x).isBetween(0.0, 0.5));
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

            ChartModel model = Aggregation.of(ChartSpec.line("cpu", "perf"), table);

            assertThat(lines(model).get(0).points())
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

            ChartModel model = Aggregation.of(ChartSpec.line("cpu", "perf").withLogX(), table);

            assertThat(lines(model).get(0).points()).hasSize(1);
            assertThat(model.caption())
                    .contains("1 row without cpu", "1 row with a cpu that is not finite")
                    .contains("1 row with cpu ≤ 0, not on a log axis");
        }

        @Test
        void meansBelowALogAxis() {
            row(1, 1, 64, "a", -10.0);
            row(2, 2, 64, "a", 10.0);

            ChartModel model = Aggregation.of(ChartSpec.line("cpu", "perf").withLogY(), table);

            assertThat(lines(model).get(0).points().get(0).y()).isEmpty();
            assertThat(model.caption()).contains("1 point with perf ≤ 0, not on a log axis");
        }

        @Test
        void rowsWithoutASeriesValue() {
            row(1, 1, null, "a", 10.0);
            row(2, 1, 64, "a", 20.0);

            assertThat(lines(line("cpu", "perf", "dim")))
                    .extracting(Mark.Line::name)
                    .containsExactly("64", "(none)");
        }

        /** An interval over different variants would treat what was varied as noise. */
        @Test
        void thatAPointAveragesSeveralVariants() {
            row(1, 1, 64, "a", 10.0);
            row(2, 1, 128, "a", 20.0);

            ChartModel model = Aggregation.of(ChartSpec.line("cpu", "perf").withVariant("variant"), table);

            Point point = lines(model).get(0).points().get(0);
            assertThat(point.y()).hasValue(15);
            assertThat(point.interval()).isEmpty();
            assertThat(model.caption()).isEqualTo("n = 2 per point · up to 2 variants in one point: no interval there");
        }
    }

    @Nested
    class OfVeryManySeries {

        /** The rule is in the caption: the best means, by the goal of the column. */
        @Test
        void tellsTheBestApartAndDrawsTheRestInGrey() {
            for (int i = 0; i < 1000; i++) {
                row(i, 1, i, "a", i * 1.0);
                row(i, 2, i, "a", i * 1.0);
            }

            ChartModel model = line("cpu", "perf", "dim");

            assertThat(lines(model)).hasSize(1000);
            assertThat(lines(model).stream().filter(l -> l.tone().equals(Tone.REST)))
                    .hasSize(986);
            assertThat(lines(model).get(999).name()).isEqualTo("999");
            assertThat(model.caption()).contains("in colour the 14 of 1000 series with the highest mean perf");
            assertThat(model.legend().orElseThrow().entries())
                    .hasSize(15)
                    .last()
                    .satisfies(entry -> assertThat(entry.name()).isEqualTo("986 others"));
        }
    }

    @Nested
    class OfAGrowingTable {

        @Test
        void readsEachRowOnce() {
            Aggregation aggregation = new Aggregation(ChartSpec.line("cpu", "perf"), table);
            for (int i = 0; i < 100; i++) {
                row(i, i % 4, 64, "a", i * 1.0);
                ChartModel model = aggregation.model();

                assertThat(aggregation.rowsRead()).isEqualTo(i + 1);
                assertThat(model).isEqualTo(Aggregation.of(ChartSpec.line("cpu", "perf"), table));
            }
        }
    }

    @Nested
    class WithoutPoints {

        @Test
        void saysThatNothingHasFinished() {
            ChartModel model = line("cpu", "perf", "dim");

            assertThat(model.message()).contains("no rows yet");
            assertThat(lines(model)).isEmpty();
            assertThat(model.caption()).isEqualTo("n = 0");
            assertThat(model.withMessage("wait").message()).contains("wait");
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
                    .hasMessage("the y of a line chart must be a number column, but \"backend\" holds text");
        }

        @Test
        void forALogAxisOfCategoriesOrBars() {
            List<ChartSpec> specs = List.of(
                    ChartSpec.line("backend", "perf").withLogX(),
                    ChartSpec.bar("cpu", "perf").withLogX(),
                    ChartSpec.bar("cpu", "perf").withLogY());

            assertThat(specs)
                    .allSatisfy(spec -> assertThatThrownBy(() -> Aggregation.of(spec, table))
                            .isInstanceOf(InvalidChartException.class));
        }
    }

    private static List<Mark.Line> lines(ChartModel model) {
        return model.panels().get(0).marks().stream()
                .filter(Mark.Line.class::isInstance)
                .map(Mark.Line.class::cast)
                .toList();
    }

    private static Axis x(ChartModel model) {
        return model.panels().get(0).x();
    }

    @Test
    void aSeriesWithoutAValueIsNamedInTheCaptionAndNotInTheLegend() {
        row(1, 1, 64, "a", null);
        row(2, 1, 64, "b", 20.0);
        row(3, 1, 64, "c", Double.NaN);

        for (ChartSpec spec : List.of(ChartSpec.line("cpu", "perf"), ChartSpec.bar("cpu", "perf"))) {
            ChartModel model = Aggregation.of(spec.withSeries("backend"), table);

            assertThat(model.legend().orElseThrow().entries())
                    .extracting(Legend.Entry::name, Legend.Entry::tone)
                    .containsExactly(tuple("b", Tone.series(1))); // its own also while the others have no value yet
            assertThat(lines(model)).extracting(Mark.Line::name).containsExactly("b");
            assertThat(model.caption()).contains("without a value: a, c");
        }
    }

    private ChartModel line(String x, String y, String series) {
        return Aggregation.of(ChartSpec.line(x, y).withSeries(series), table);
    }

    private void row(Object... cells) {
        table.add(Arrays.asList(cells));
    }
}
