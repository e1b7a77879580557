package io.flowsweep.plots.render;

import io.flowsweep.plots.internal.Texts;
import io.flowsweep.plots.model.Axis;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.Range;

/** The axes of a panel. */
final class Axes {

    private Axes() {}

    /**
     * @param room pixels along the axis, about
     * @param across pixels that names may take across the axis
     * @param before pixels before it, into which slanted names may reach
     * @param left whether it stands upright, left of the panel
     * @param marked whether there are ticks: not when a message stands in place of the marks
     */
    static ValueAxis of(Axis what, double room, double across, double before, boolean left, boolean marked) {
        double[] ticks = what.ticks().stream().mapToDouble(t -> t).toArray();
        ValueAxis axis = switch (what.scale()) {
            case LOG -> new Log(ticks);
            case LINEAR, HIDDEN -> new Linear(ticks);
            case CATEGORY -> new NameAxis(new Names(what.categories(), room, across, before, left));
        };
        axis.setRange(new Range(what.low(), what.high()));
        Look.dress(axis, Texts.cutMiddle(Texts.clean(what.label()), Look.LONGEST_LABEL));
        axis.setTickLabelsVisible(marked);
        axis.setTickMarksVisible(marked && what.scale() != Axis.Scale.CATEGORY);
        axis.setVisible(what.scale() != Axis.Scale.HIDDEN);
        return axis;
    }

    /** Linear, with ticks at the given values when there are any and their labels fit. */
    static final class Linear extends NumberAxis {

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
    static final class Log extends LogAxis {

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
