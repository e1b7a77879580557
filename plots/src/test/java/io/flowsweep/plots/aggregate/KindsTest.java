package io.flowsweep.plots.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

import io.flowsweep.plots.Column;
import io.flowsweep.plots.Goal;
import io.flowsweep.plots.Table;
import io.flowsweep.plots.model.Channel;
import io.flowsweep.plots.model.ChartModel;
import io.flowsweep.plots.model.ChartSpec;
import io.flowsweep.plots.model.ChartType;
import io.flowsweep.plots.model.InvalidChartException;
import io.flowsweep.plots.model.Legend;
import io.flowsweep.plots.model.Mark;
import io.flowsweep.plots.model.Mark.Rect;
import io.flowsweep.plots.model.Point;
import io.flowsweep.plots.model.Tone;
import io.flowsweep.plots.statistics.Summary;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The numbers that each kind of chart shows, from rows that can be followed by hand. */
class KindsTest {

    private final Table table = new Table(List.of(
            Column.number("a"),
            Column.number("b"),
            Column.text("name"),
            Column.number("seed"),
            Column.number("y", "s").towards(Goal.MINIMIZE),
            Column.text("state")));

    @Test
    void aBoxHasQuartilesMedianWhiskersAndEveryValue() {
        for (double value : new double[] {1, 2, 3, 4, 100}) {
            row(1, 1, "v", 0, value, "succeeded");
        }

        ChartModel model = of(ChartSpec.of(ChartType.BOX, "name", "y"));

        assertThat(rects(model)).singleElement().satisfies(box -> {
            assertThat(box.y0()).isEqualTo(2);
            assertThat(box.y1()).isEqualTo(4);
        });
        assertThat(marks(model, Mark.Segments.class).get(0).segments())
                .extracting(Mark.Segment::y0, Mark.Segment::y1)
                .containsExactly(tuple(1.0, 2.0), tuple(4.0, 4.0), tuple(3.0, 3.0));
        assertThat(lines(model).stream().mapToInt(l -> l.points().size()).sum()).isEqualTo(5);
        assertThat(model.caption()).contains("n = 5 per box", "1 outlier by the median absolute deviation");
    }

    @Test
    void manyBoxesShowOnlyWhatLiesBeyondTheirWhiskersAndManyOutliersHaveNoName() {
        for (int box = 0; box < 50; box++) {
            for (double value : new double[] {1, 2, 3, 4, 100}) {
                row(box, 1, "v" + box, 0, value, "succeeded");
            }
        }

        ChartModel model = of(ChartSpec.of(ChartType.BOX, "name", "y"));

        assertThat(rects(model)).hasSize(50);
        assertThat(lines(model))
                .singleElement()
                .satisfies(line -> assertThat(line.points())
                        .hasSize(50)
                        .allSatisfy(point -> assertThat(point.y()).hasValue(100)));
        assertThat(marks(model, Mark.Labels.class)).isEmpty();
        assertThat(model.caption()).contains("50 outliers by the median absolute deviation");
    }

    @Test
    void importanceOfEqualValuesIsNone() {
        for (int i = 0; i < 88; i++) {
            row(i % 3, i % 7, "v" + i, 0, 0.1, "succeeded");
        }

        ChartModel model = of(ChartSpec.of(ChartType.IMPORTANCE)
                .with(Channel.PARAMETERS, "a", "b")
                .with(Channel.Y, "y"));

        assertThat(model.message()).contains("all values of y are the same: there is no variance to explain");
    }

    @Test
    void aHeatmapPrintsTheMeanOfTheRepeatsInEachCell() {
        row(1, 10, "v", 0, 4.0, "succeeded");
        row(1, 10, "v", 1, 6.0, "succeeded");
        row(2, 10, "v", 0, 9.0, "succeeded");
        row(2, 20, "v", 0, null, "failed");

        ChartModel model = of(ChartSpec.of(ChartType.HEATMAP, "a", "b")
                .with(Channel.VALUE, "y")
                .with(Channel.STATE, "state"));

        double half = Summary.of(new double[] {4, 6}).interval().orElseThrow().high() - 5;
        assertThat(half).isCloseTo(12.7, within(0.01));
        assertThat(rects(model))
                .extracting(r -> r.text().orElse(""), Rect::tone)
                .containsExactly(tuple("5 ± 13", Tone.ramp(0)), tuple("9", Tone.ramp(1)), tuple("none", Tone.REST));
        assertThat(model.legend().orElseThrow().ramp()).contains(new Legend.Ramp(5, 9, false));
        assertThat(model.caption()).contains("n = 1–2 per cell", "1 row failed: no y");
    }

    @Test
    void aHistogramCountsEveryFiniteValueOnce() {
        for (double value : new double[] {1, 1.5, 2, 8, 9, Double.NaN, Double.POSITIVE_INFINITY}) {
            row(1, 1, "v", 0, value, "succeeded");
        }

        ChartModel model = of(ChartSpec.of(ChartType.HISTOGRAM).with(Channel.X, "y"));

        assertThat(rects(model).stream().mapToDouble(Rect::y1).sum()).isEqualTo(5);
        assertThat(model.caption()).contains("5 values", "2 rows with a y that is not finite");
    }

    @Nested
    class ASpeedUp {

        @Test
        void ofTimesIsTheFirstOverEach() {
            row(1, 1, "v", 0, 8.0, "succeeded");
            row(2, 1, "v", 0, 4.0, "succeeded");
            row(4, 1, "v", 0, 2.0, "succeeded");

            ChartModel model = of(ChartSpec.of(ChartType.SPEEDUP, "a", "y"));

            assertThat(series(model, 0)).extracting(Point::x, Point::y).containsExactly(at(1, 1), at(2, 2), at(4, 4));
            assertThat(series(model, 1)).extracting(Point::x, Point::y).containsExactly(at(1, 1), at(2, 1), at(4, 1));
            assertThat(model.legend().orElseThrow().entries().get(0).name()).isEqualTo("y, 0 % serial");
        }

        /** Against two processors, which count as fully used. */
        @Test
        void startsAtTheFewestProcessors() {
            row(2, 1, "v", 0, 4.0, "succeeded");
            row(4, 1, "v", 0, 2.5, "succeeded");

            assertThat(series(of(ChartSpec.of(ChartType.SPEEDUP, "a", "y")), 0))
                    .extracting(Point::x, Point::y)
                    .containsExactly(at(2, 2), at(4, 3.2));
        }

        private List<Point> series(ChartModel model, int panel) {
            return model.panels().get(panel).marks().stream()
                    .filter(m -> m instanceof Mark.Line line && line.join() == Mark.Join.STRAIGHT)
                    .map(m -> ((Mark.Line) m).points())
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void aParetoFrontHoldsWhatNoOtherBeatsInBoth() {
        Table models = new Table(
                List.of(Column.text("model"), Column.number("time").towards(Goal.MINIMIZE), Column.number("score")));
        models.add(List.of("fast", 1, 5));
        models.add(List.of("good", 3, 9));
        models.add(List.of("beaten", 3.5, 8));
        models.add(List.of("also fast", 1, 5));

        ChartModel model =
                Aggregation.of(ChartSpec.of(ChartType.PARETO, "time", "score").with(Channel.VARIANT, "model"), models);

        assertThat(marks(model, Mark.Labels.class).get(0).labels())
                .extracting(Mark.Label::text)
                .containsExactly("fast", "also fast", "good");
        assertThat(model.caption()).contains("3 of 4 variants on the front", "low time and high score are better");
    }

    @Test
    void aHistogramOfManySeriesHasTheGreyOnesTogether() {
        for (int i = 0; i < 100; i++) {
            row(i, 1, "v", 0, i % 7.0, "succeeded");
        }

        ChartModel model =
                of(ChartSpec.of(ChartType.HISTOGRAM).with(Channel.X, "y").withSeries("a"));

        assertThat(marks(model, Mark.Rects.class)).hasSize(15);
        assertThat(rects(model).stream().mapToDouble(Rect::y1).sum()).isEqualTo(100);
        assertThat(model.legend().orElseThrow().entries()).last().returns("86 others", Legend.Entry::name);
    }

    /** A step is level until the next point: what lies below it, and left of where it falls, must be beaten by a point. */
    @Test
    void aParetoFrontIsDrawnFromItsBestXSoThatItsStepsClaimNothing() {
        Table models = new Table(List.of(
                Column.number("speed").towards(Goal.MAXIMIZE),
                Column.number("score").towards(Goal.MAXIMIZE)));
        models.add(List.of(1, 9));
        models.add(List.of(3, 5));
        models.add(List.of(2, 7));

        ChartModel model = Aggregation.of(ChartSpec.of(ChartType.PARETO, "speed", "score"), models);

        assertThat(lines(model).get(3))
                .returns(Mark.Join.STEP, Mark.Line::join)
                .extracting(Mark.Line::points)
                .asInstanceOf(list(Point.class))
                .extracting(Point::x)
                .containsExactly(3.0, 2.0, 1.0);
    }

    @Test
    void aHistoryKeepsTheBestSoFar() {
        double[] values = {5, 7, 3, 4, 2};
        for (int i = 0; i < values.length; i++) {
            row(i, 1, "v", 0, values[i], "succeeded");
        }

        ChartModel model = of(ChartSpec.of(ChartType.HISTORY, "a", "y"));

        assertThat(lines(model).get(1).points())
                .extracting(Point::x, Point::y)
                .containsExactly(at(0, 5), at(2, 3), at(4, 2), at(4, 2));
    }

    @Test
    void curvesHaveEachRunAndTheMeanOfTheirGroup() {
        for (int seed = 0; seed < 3; seed++) {
            row(1, 1, "adam", seed, 10.0 + seed, "succeeded");
            row(2, 1, "adam", seed, 5.0, "succeeded");
        }

        ChartModel model =
                of(ChartSpec.of(ChartType.CURVES, "a", "y").withSeries("name").with(Channel.REPEAT, "seed"));

        assertThat(lines(model))
                .extracting(Mark.Line::tone)
                .containsExactly(Tone.REST, Tone.REST, Tone.REST, Tone.series(0));
        Point mean = lines(model).get(3).points().get(0);
        assertThat(mean.y()).hasValue(11);
        assertThat(mean.interval())
                .isEqualTo(Summary.of(new double[] {10, 11, 12}).interval());
        assertThat(model.caption()).contains("n = 3 per step", "3 runs");
    }

    @Test
    void aTimelineStartsAtTheFirstStart() {
        row(100, 104, "v", 1, 1.0, "succeeded");
        row(102, 101, "v", 1, 1.0, "succeeded");
        row(104, 110, "v", 2, 1.0, "timed_out");

        ChartModel model = of(ChartSpec.of(ChartType.TIMELINE)
                .with(Channel.START, "a")
                .with(Channel.END, "b")
                .with(Channel.Y, "seed")
                .with(Channel.STATE, "state"));

        assertThat(rects(model)).extracting(Rect::x0, Rect::x1).containsExactly(tuple(0.0, 4.0), tuple(4.0, 10.0));
        assertThat(model.legend().orElseThrow().entries())
                .extracting(Legend.Entry::name)
                .containsExactly("succeeded", "timed out");
        assertThat(model.caption()).contains("1 row with an end before the start", "50 % of the lanes' time used");
    }

    @Test
    void aStateMapShowsTheCommonestFailureAndHowManyFailed() {
        row(1, 1, "", 0, 1.0, "succeeded");
        row(1, 1, "out of memory", 1, null, "failed");
        row(2, 1, "", 0, 1.0, "succeeded");
        row(3, 1, "", 0, null, "timed_out");

        ChartModel model = of(ChartSpec.of(ChartType.STATES, "a", "b")
                .with(Channel.STATE, "state")
                .withSeries("name"));

        assertThat(rects(model))
                .extracting(Rect::text)
                .containsExactly(Optional.of("1 of 2"), Optional.empty(), Optional.of("timed out"));
        assertThat(model.legend().orElseThrow().entries())
                .extracting(Legend.Entry::name)
                .containsExactly("succeeded", "out of memory", "timed out");
        assertThat(model.caption()).startsWith("4 runs · 2 not succeeded");
    }

    @Nested
    class ADifference {

        private final ChartSpec spec =
                ChartSpec.of(ChartType.DIFFERENCE, "name", "y").with(Channel.REPEAT, "seed");

        @Test
        void isPairedByTheSeedAndSaysWhatIsBetter() {
            for (int seed = 0; seed < 6; seed++) {
                row(1, 1, "base", seed, 10.0 + seed, "succeeded");
                row(1, 1, "faster", seed, 8.0 + seed + 0.01 * seed, "succeeded");
                row(1, 1, "same", seed, 10.0 + seed + (seed % 2 == 0 ? 0.1 : -0.1), "succeeded");
            }

            ChartModel model = of(spec.withBaseline("base"));

            assertThat(lines(model))
                    .extracting(Mark.Line::name, Mark.Line::tone)
                    .containsExactly(tuple("same", Tone.REST), tuple("faster", Tone.series(2)));
            assertThat(lines(model).get(1).points().get(0).x()).isCloseTo(-1.975, within(1e-9));
            assertThat(marks(model, Mark.Labels.class).get(0).labels())
                    .extracting(Mark.Label::text)
                    .containsExactly("p = 1", "p < 0.001");
            assertThat(model.caption()).contains("compared seed by seed", "p corrected by Holm for 2 tests");
        }

        /** What else was varied is not noise, and no row takes the place of another. */
        @Test
        void ofSeveralVariantsIsThatOfTheirMeansInEachRepeat() {
            for (int seed = 0; seed < 4; seed++) {
                double noise = seed * seed % 3;
                row(1, 1, "base", seed, 10 + noise, "succeeded");
                row(2, 2, "base", seed, 30 + noise, "succeeded");
                row(1, 3, "other", seed, 9 + noise, "succeeded");
                row(2, 4, "other", seed, 29.5 + 1.5 * noise, "succeeded");
            }

            ChartModel paired = of(spec.withVariant("b").withBaseline("base"));
            ChartModel unpaired =
                    of(spec.with(Channel.REPEAT, List.of()).withVariant("b").withBaseline("base"));

            Point difference = lines(paired).get(0).points().get(0);
            assertThat(difference.n()).isEqualTo(4);
            assertThat(difference.x()).isCloseTo(-0.75 + 0.25 * 0.5, within(1e-9));
            assertThat(paired.caption()).contains("each repeat the mean over up to 2 variants");
            assertThat(lines(unpaired).get(0).points().get(0).x()).isCloseTo(difference.x(), within(1e-9));
            assertThat(unpaired.caption()).contains("n = 4 per variant", "compared by Welch's t test");
        }

        /** Both are shown as 1. */
        @Test
        void keepsVariantsThatReadTheSame() {
            row(1, 1, "v", 0, 3.0, "succeeded");
            row(1 + 1e-9, 1, "v", 0, 4.0, "succeeded");
            row(2, 1, "v", 0, 1.0, "succeeded");

            ChartModel model = of(ChartSpec.of(ChartType.DIFFERENCE, "a", "y"));

            assertThat(lines(model)).extracting(Mark.Line::name).containsExactly("1", "1");
        }

        @Test
        void ofOneRepeatHasNoInterval() {
            row(1, 1, "base", 0, 10.0, "succeeded");
            row(1, 1, "other", 0, 11.0, "succeeded");

            ChartModel model = of(spec);

            assertThat(lines(model).get(0).points().get(0).interval()).isEmpty();
            assertThat(model.caption())
                    .contains("n = 1 per variant: no interval")
                    .doesNotContain("Holm", "Welch");
        }

        @Test
        void hasABaselineInEachSeries() {
            for (int seed = 0; seed < 6; seed++) {
                row(1, 1, "base", seed, 10.0 + seed, "succeeded");
                row(1, 1, "faster", seed, 8.0 + seed + 0.01 * seed, "succeeded");
                row(2, 1, "base", seed, 5.0 + seed, "succeeded");
                row(2, 1, "faster", seed, 6.0 + seed + 0.01 * seed, "succeeded");
            }

            ChartModel model = of(spec.withSeries("a").withBaseline("base"));

            assertThat(lines(model)).extracting(Mark.Line::name).containsExactly("2 · faster", "1 · faster");
            assertThat(lines(model).get(0).points().get(0).x()).isCloseTo(1.025, within(1e-9));
            assertThat(lines(model).get(1).points().get(0).x()).isCloseTo(-1.975, within(1e-9));
            assertThat(model.caption()).contains("p corrected by Holm for 2 tests");
        }

        @Test
        void toABaselineThatIsNotThereSuggestsOne() {
            row(1, 1, "base", 0, 10.0, "succeeded");

            assertThat(of(spec.withBaseline("bose")).message())
                    .contains("no value of the baseline \"bose\". Did you mean \"base\"?");
        }
    }

    @Test
    void importanceOfAGridIsItsAnalysisOfVariance() {
        for (double a : new double[] {-1, 1}) {
            for (double b : new double[] {-1, 1}) {
                row(a, b, "v", 0, 2 * a + b + a * b, "succeeded");
            }
        }

        ChartModel model = of(ChartSpec.of(ChartType.IMPORTANCE)
                .with(Channel.PARAMETERS, "a", "b")
                .with(Channel.Y, "y"));

        assertThat(rects(model))
                .extracting(Rect::x1)
                .usingComparatorForType((p, q) -> Math.abs(p - q) < 1e-9 ? 0 : 1, Double.class)
                .containsExactly(4 / 6.0, 1 / 6.0, 1 / 6.0);
        assertThat(model.panels().get(0).y().categories()).containsExactly("a × b", "b", "a");
        assertThat(model.caption()).contains("functional ANOVA of the complete grid", "no repeats: no interval");
    }

    @Test
    void parallelAxesHaveALineForEachVariantAndAGapForAMissingValue() {
        row(1, 1, "p", 0, 5.0, "succeeded");
        row(2, null, "q", 0, 1.0, "succeeded");

        ChartModel model = of(ChartSpec.of(ChartType.PARALLEL)
                .with(Channel.PARAMETERS, "a", "b", "name")
                .with(Channel.VALUE, "y"));

        assertThat(lines(model)).hasSize(2);
        assertThat(lines(model).get(1).tone()).as("the best, drawn last").isEqualTo(Tone.ramp(0));
        assertThat(lines(model).get(1).points())
                .extracting(Point::y)
                .containsExactly(
                        OptionalDouble.of(1), OptionalDouble.empty(), OptionalDouble.of(1), OptionalDouble.of(0));
    }

    @Test
    void slicesShareTheRowsAndTheYAxis() {
        row(1, 1, "p", 0, 5.0, "succeeded");
        row(2, 1, "q", 0, 1.0, "succeeded");

        ChartModel model = of(ChartSpec.of(ChartType.SLICE)
                .with(Channel.PARAMETERS, "a", "name")
                .with(Channel.Y, "y"));

        assertThat(model.panels()).hasSize(2);
        assertThat(model.panels().get(0).y()).isEqualTo(model.panels().get(1).y());
    }

    @Nested
    class BadInput {

        @Test
        void aChannelThatATypeLacksNamesThoseItHas() {
            assertThatThrownBy(() -> ChartSpec.line("a", "y").with(Channel.START, "b"))
                    .isInstanceOf(InvalidChartException.class)
                    .hasMessage("a line chart has no start. It has: x, y, series, variant, repeat, state");
        }

        @Test
        void aChannelThatIsMissingIsNamed() {
            assertThatThrownBy(() -> of(ChartSpec.of(ChartType.HEATMAP, "a", "b")))
                    .hasMessage("a heatmap chart needs a column for value");
        }

        @Test
        void anAxisOfOneValueStillHasARange() {
            row(1, 1, "p", 0, 5.0, "succeeded");

            for (ChartType type : List.of(ChartType.LINE, ChartType.SCATTER, ChartType.HISTORY, ChartType.PARETO)) {
                ChartModel model = of(ChartSpec.of(type, "a", "y"));
                assertThat(model.panels().get(0).x().low()).as(type.toString()).isLessThan(1);
                assertThat(model.panels().get(0).x().high()).as(type.toString()).isGreaterThan(1);
            }
        }

        @Test
        void valuesThatHaveNoPlaceOnALogAxisAreCounted() {
            row(0, 1, "p", 0, 5.0, "succeeded");
            row(-1, 1, "p", 0, 5.0, "succeeded");
            row(1, 1, "p", 0, 5.0, "succeeded");

            assertThat(of(ChartSpec.of(ChartType.SCATTER, "a", "y").withLogX()).caption())
                    .isEqualTo("1 point · 2 rows with a ≤ 0, not on a log axis");
        }
    }

    private ChartModel of(ChartSpec spec) {
        return Aggregation.of(spec, table);
    }

    private void row(Object... cells) {
        table.add(Arrays.asList(cells));
    }

    private static Tuple at(double x, double y) {
        return tuple(x, OptionalDouble.of(y));
    }

    private static List<Rect> rects(ChartModel model) {
        return marks(model, Mark.Rects.class).stream()
                .flatMap(r -> r.rects().stream())
                .toList();
    }

    private static List<Mark.Line> lines(ChartModel model) {
        return marks(model, Mark.Line.class);
    }

    private static <M extends Mark> List<M> marks(ChartModel model, Class<M> kind) {
        return model.panels().stream()
                .flatMap(p -> p.marks().stream())
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }
}
