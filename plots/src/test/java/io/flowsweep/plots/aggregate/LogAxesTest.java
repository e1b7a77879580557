package io.flowsweep.plots.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.flowsweep.plots.Column;
import io.flowsweep.plots.Table;
import io.flowsweep.plots.model.Axis;
import io.flowsweep.plots.model.Channel;
import io.flowsweep.plots.model.ChartModel;
import io.flowsweep.plots.model.ChartSpec;
import io.flowsweep.plots.model.ChartType;
import io.flowsweep.plots.model.Mark;
import io.flowsweep.plots.model.Mark.Rect;
import io.flowsweep.plots.model.Point;
import io.flowsweep.plots.model.Tone;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A mean on a log axis is that of all values, not of those above 0; what has no place there is counted. */
class LogAxesTest {

    private final Table table =
            new Table(List.of(Column.text("name"), Column.number("step"), Column.number("seed"), Column.number("y")));

    @Test
    void ofAHeatmap() {
        rows("p", 1, -1, 9);
        rows("q", 1, -3, 1);
        rows("r", 1, 16, 16);

        ChartModel model = of(ChartSpec.of(ChartType.HEATMAP, "name", "step")
                .with(Channel.VALUE, "y")
                .withLog(Channel.VALUE));

        assertThat(marks(model, Mark.Rects.class).get(0).rects())
                .extracting(Rect::tone)
                .containsExactly(Tone.ramp(0), Tone.REST, Tone.ramp(1));
        assertThat(model.legend().orElseThrow().ramp().orElseThrow().low()).isEqualTo(4);
        assertThat(model.caption()).contains("1 point with y ≤ 0, not on a log axis");
    }

    @Test
    void ofCurves() {
        rows("p", 1, -1, 9);
        rows("p", 2, -3, 1);

        ChartModel model = of(ChartSpec.of(ChartType.CURVES, "step", "y")
                .with(Channel.REPEAT, "seed")
                .withLogY());

        assertThat(lines(model).get(2).points())
                .extracting(Point::x, Point::y)
                .containsExactly(tuple(1.0, OptionalDouble.of(4)), tuple(2.0, OptionalDouble.empty()));
        assertThat(lines(model).get(0).points())
                .as("a gap where the run itself has no place")
                .extracting(Point::y)
                .containsExactly(OptionalDouble.empty(), OptionalDouble.empty());
        assertThat(model.caption())
                .contains("2 rows with y ≤ 0, not on a log axis", "1 point with y ≤ 0, not on a log axis");
    }

    @Test
    void ofAParetoFront() {
        rows("p", 1, -1, 9);
        rows("q", 2, -3, 1);

        ChartModel model = of(ChartSpec.of(ChartType.PARETO, "step", "y").withLogY());

        assertThat(lines(model).get(3).points())
                .extracting(Point::x, Point::y)
                .containsExactly(tuple(1.0, OptionalDouble.of(4)));
        assertThat(model.caption())
                .contains("1 of 1 variant on the front", "1 variant with a mean ≤ 0, not on a log axis");
    }

    @Test
    void ofASlice() {
        rows("p", 1, -1, 9);
        rows("p", 2, -3, 1);

        ChartModel model = of(ChartSpec.of(ChartType.SLICE)
                .with(Channel.PARAMETERS, "step")
                .with(Channel.Y, "y")
                .withLogY());

        assertThat(lines(model).get(0).points()).hasSize(2);
        assertThat(lines(model).get(1).points())
                .extracting(Point::x, Point::y)
                .containsExactly(tuple(1.0, OptionalDouble.of(4)));
        assertThat(model.caption()).contains("2 rows with y ≤ 0, not on a log axis");
    }

    @Test
    void ofParallelAxes() {
        rows("p", 1, -1, 9);
        rows("q", 2, -3, 1);
        rows("r", 3, 400, 400);

        ChartModel model = of(ChartSpec.of(ChartType.PARALLEL)
                .with(Channel.PARAMETERS, "step")
                .with(Channel.VALUE, "y")
                .withLog(Channel.VALUE));

        assertThat(lines(model)).extracting(Mark.Line::tone).containsExactly(Tone.ramp(0), Tone.ramp(1));
        assertThat(model.caption()).contains("1 point with y ≤ 0, not on a log axis");
    }

    /** Its quartiles are those of all values, and what has no place is not silently left out. */
    @Test
    void ofABox() {
        rows("p", 1, -5, -1, 2, 3, 10, 20, 30, 40);
        rows("low", 1, -5, -4, -3, -2, 1);

        ChartModel model = of(ChartSpec.of(ChartType.BOX, "name", "y").withLogY());

        assertThat(marks(model, Mark.Rects.class))
                .singleElement()
                .satisfies(box -> assertThat(box.rects().get(0).y0()).isEqualTo(1.25));
        assertThat(marks(model, Mark.Segments.class).get(0).segments())
                .extracting(Mark.Segment::y0, Mark.Segment::y1)
                .containsExactly(tuple(Double.MIN_NORMAL, 1.25), tuple(22.5, 40.0), tuple(6.5, 6.5));
        assertThat(model.panels().get(0).y())
                .returns(Axis.Scale.LOG, Axis::scale)
                .satisfies(axis -> assertThat(axis.low()).isGreaterThan(0.5));
        assertThat(model.caption()).contains("6 points with y ≤ 0, not on a log axis");
    }

    private void rows(String name, double step, double... values) {
        for (int seed = 0; seed < values.length; seed++) {
            table.add(List.of(name, step, seed, values[seed]));
        }
    }

    private ChartModel of(ChartSpec spec) {
        return Aggregation.of(spec.withVariant("name"), table);
    }

    private static List<Mark.Line> lines(ChartModel model) {
        return marks(model, Mark.Line.class);
    }

    private static <M extends Mark> List<M> marks(ChartModel model, Class<M> type) {
        return model.panels().stream()
                .flatMap(panel -> panel.marks().stream())
                .flatMap(mark -> type.isInstance(mark) ? Stream.of(type.cast(mark)) : Stream.empty())
                .toList();
    }
}
