package io.flowsweep.plots.render;

import io.flowsweep.plots.internal.Numbers;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** Chooses which values of an axis are labelled: the most that can be read. */
final class Ticks {

    private static final int LEAST = 2;
    private static final double GAP = 8;

    private final ValueAxis axis;
    private final Graphics2D graphics;
    private final Rectangle2D area;
    private final RectangleEdge edge;

    Ticks(ValueAxis axis, Graphics2D graphics, Rectangle2D area, RectangleEdge edge) {
        this.axis = axis;
        this.graphics = graphics;
        this.area = area;
        this.edge = edge;
    }

    /**
     * Ticks at those of the values that the axis shows; empty when two labels would touch or read the same.
     *
     * @param values ascending
     */
    Optional<List<NumberTick>> at(double[] values) {
        return at(values, Numbers::tick);
    }

    /** Evenly spaced round values. */
    List<NumberTick> linear() {
        for (int most : new int[] {10, 7, 5, 3, 2}) {
            Optional<List<NumberTick>> ticks = even(most);
            if (ticks.isPresent() && ticks.get().size() >= LEAST) {
                return ticks.get();
            }
        }
        return List.of();
    }

    /**
     * For a log axis that shows ten times its least value or more: 1, 2, 5 in each decade where their labels fit, else the
     * decades, else every second one, and so on. Else evenly spaced round values.
     */
    List<NumberTick> log() {
        double low = axis.getRange().getLowerBound();
        double high = axis.getRange().getUpperBound();
        int first = (int) Math.floor(Math.log10(low));
        int last = (int) Math.ceil(Math.log10(high));
        List<double[]> choices = new ArrayList<>();
        if (high / low >= 10) {
            choices.add(decades(first, last, 1, 1, 2, 5));
            for (int step = 1; step <= last - first; step++) {
                choices.add(decades(first, last, step, 1));
            }
        }
        for (double[] values : choices) {
            Optional<List<NumberTick>> ticks = at(values);
            if (ticks.isPresent() && ticks.get().size() >= LEAST) {
                return ticks.get();
            }
        }
        return linear();
    }

    private Optional<List<NumberTick>> at(double[] values, DoubleFunction<String> labels) {
        FontMetrics metrics = graphics.getFontMetrics(axis.getTickLabelFont());
        boolean horizontal = RectangleEdge.isTopOrBottom(edge);
        TextAnchor anchor = horizontal ? TextAnchor.TOP_CENTER : TextAnchor.CENTER_RIGHT;
        List<NumberTick> ticks = new ArrayList<>();
        Set<String> used = new HashSet<>();
        double taken = Double.NEGATIVE_INFINITY;
        for (double value :
                DoubleStream.of(values).filter(axis.getRange()::contains).toArray()) {
            String label = labels.apply(value);
            double size = horizontal ? metrics.stringWidth(label) : metrics.getHeight();
            double middle = axis.valueToJava2D(value, area, edge) * (horizontal ? 1 : -1);
            if (middle - size / 2 < taken + GAP || !used.add(label)) {
                return Optional.empty();
            }
            taken = middle + size / 2;
            ticks.add(new NumberTick(value, label, anchor, TextAnchor.CENTER, 0));
        }
        return Optional.of(ticks);
    }

    /** Multiples of 1, 2 or 5 times a power of ten, about as many as asked at most. */
    private Optional<List<NumberTick>> even(int most) {
        double raw = axis.getRange().getLength() / most;
        int exponent = (int) Math.floor(Math.log10(raw));
        double power = Math.pow(10, exponent);
        double step = power
                * DoubleStream.of(1, 2, 5)
                        .filter(lead -> lead * power >= raw)
                        .findFirst()
                        .orElse(10);
        long first = (long) Math.ceil(axis.getLowerBound() / step);
        long last = (long) Math.floor(axis.getUpperBound() / step);
        double[] values =
                LongStream.rangeClosed(first, last).mapToDouble(k -> k * step).toArray();
        return at(values, value -> Numbers.tick(value, -exponent));
    }

    private static double[] decades(int first, int last, int step, double... leads) {
        DoubleStream.Builder values = DoubleStream.builder();
        for (int decade = Math.floorDiv(first, step) * step; decade <= last; decade += step) {
            for (double lead : leads) {
                values.add(Double.parseDouble((int) lead + "e" + decade));
            }
        }
        return values.build().toArray();
    }
}
