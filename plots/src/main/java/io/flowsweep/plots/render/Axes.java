package io.flowsweep.plots.render;

import io.flowsweep.plots.internal.Texts;
import io.flowsweep.plots.model.ChartModel;
import io.flowsweep.plots.model.ChartModel.Point;
import io.flowsweep.plots.model.ChartModel.Scale;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.Range;

/** The number axes of a chart. */
final class Axes {

    /** Up to this many different x, the ticks stand at them instead of at round numbers. */
    private static final int FEW = 12;

    private Axes() {}

    static ValueAxis x(ChartModel model) {
        double[] values = model.series().stream()
                .flatMap(s -> s.points().stream())
                .mapToDouble(Point::x)
                .distinct()
                .sorted()
                .toArray();
        return axis(model, model.x(), Extent.ofX(model), values.length <= FEW ? values : new double[0]);
    }

    static ValueAxis y(ChartModel model) {
        return axis(model, model.y(), Extent.ofY(model), new double[0]);
    }

    private static ValueAxis axis(ChartModel model, ChartModel.Axis what, Range range, double[] few) {
        ValueAxis axis = what.scale() == Scale.LOG ? new Log(few) : new Linear(few);
        axis.setRange(range);
        Look.dress(axis, Texts.cutMiddle(Texts.clean(what.label()), Look.LONGEST_LABEL));
        axis.setTickLabelsVisible(model.message().isEmpty());
        axis.setTickMarksVisible(model.message().isEmpty());
        return axis;
    }

    /** Linear, with ticks at the given values when there are any and their labels fit. */
    private static final class Linear extends NumberAxis {

        private final double[] few;

        Linear(double[] few) {
            this.few = few;
        }

        @Override
        public List<?> refreshTicks(Graphics2D graphics, AxisState state, Rectangle2D area, RectangleEdge edge) {
            Ticks ticks = new Ticks(this, graphics, area, edge);
            return ticks.at(few).filter(t -> !t.isEmpty()).orElseGet(ticks::linear);
        }
    }

    /** Logarithmic, with ticks at the given values when there are any and their labels fit. */
    private static final class Log extends LogAxis {

        private final double[] few;

        Log(double[] few) {
            this.few = few;
            setSmallestValue(Double.MIN_NORMAL);
        }

        @Override
        public List<?> refreshTicks(Graphics2D graphics, AxisState state, Rectangle2D area, RectangleEdge edge) {
            Ticks ticks = new Ticks(this, graphics, area, edge);
            return ticks.at(few).filter(t -> !t.isEmpty()).orElseGet(ticks::log);
        }
    }
}
