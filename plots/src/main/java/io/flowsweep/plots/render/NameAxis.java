package io.flowsweep.plots.render;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.ValueTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** An axis of categories 0, 1, 2, …, with their names. */
final class NameAxis extends NumberAxis {

    private static final double AWAY = 4;

    private final transient Names names;

    NameAxis(Names names) {
        this.names = names;
    }

    @Override
    public List<?> refreshTicks(Graphics2D graphics, AxisState state, Rectangle2D area, RectangleEdge edge) {
        List<ValueTick> ticks = new ArrayList<>();
        for (int i = (int) Math.ceil(getLowerBound()); i <= getUpperBound(); i++) {
            ticks.add(new NumberTick(i, "", TextAnchor.CENTER, TextAnchor.CENTER, 0));
        }
        return ticks;
    }

    @Override
    @SuppressWarnings("rawtypes") // as in JFreeChart
    protected double findMaximumTickLabelHeight(List ticks, Graphics2D graphics, Rectangle2D area, boolean vertical) {
        return names.height() + AWAY;
    }

    @Override
    @SuppressWarnings("rawtypes") // as in JFreeChart
    protected double findMaximumTickLabelWidth(List ticks, Graphics2D graphics, Rectangle2D area, boolean vertical) {
        return names.width() + AWAY;
    }

    @Override
    protected AxisState drawTickMarksAndLabels(
            Graphics2D graphics, double cursor, Rectangle2D plotArea, Rectangle2D dataArea, RectangleEdge edge) {
        AxisState state = new AxisState(cursor);
        List<?> ticks = refreshTicks(graphics, state, dataArea, edge);
        state.setTicks(ticks);
        if (!isTickLabelsVisible()) {
            return state;
        }
        graphics.setFont(getTickLabelFont());
        graphics.setPaint(getTickLabelPaint());
        for (Object tick : ticks) {
            double value = ((ValueTick) tick).getValue();
            List<String> lines = names.lines((int) value);
            double place = valueToJava2D(value, dataArea, edge);
            if (edge == RectangleEdge.LEFT) {
                left(graphics, lines, cursor, place);
            } else {
                below(graphics, lines, place, cursor);
            }
        }
        if (edge == RectangleEdge.LEFT) {
            state.cursorLeft(names.width() + AWAY);
        } else {
            state.cursorDown(names.height() + AWAY);
        }
        return state;
    }

    private static void left(Graphics2D graphics, List<String> lines, double right, double middle) {
        for (String line : lines) {
            double ascent = graphics.getFontMetrics().getAscent();
            graphics.drawString(
                    line, (float) (right - AWAY - Names.width(line)), (float) (middle + ascent / 2 - ascent / 10));
        }
    }

    private void below(Graphics2D graphics, List<String> lines, double middle, double top) {
        double ascent = graphics.getFontMetrics().getAscent();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            double width = Names.width(line);
            if (names.direction() == Names.Direction.LEVEL) {
                graphics.drawString(
                        line, (float) (middle - width / 2), (float) (top + AWAY + ascent + i * Names.lineHeight()));
                continue;
            }
            AffineTransform before = graphics.getTransform();
            graphics.translate(middle, top + AWAY);
            boolean slanted = names.direction() == Names.Direction.SLANTED;
            graphics.rotate(slanted ? -Math.PI / 4 : -Math.PI / 2);
            graphics.drawString(line, (float) -width, (float) (slanted ? ascent / 2 + 2 : ascent / 2 - 1));
            graphics.setTransform(before);
        }
    }
}
