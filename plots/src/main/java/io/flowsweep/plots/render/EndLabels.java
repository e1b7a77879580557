package io.flowsweep.plots.render;

import io.flowsweep.plots.internal.Texts;
import io.flowsweep.plots.model.ChartModel;
import io.flowsweep.plots.model.Legend;
import io.flowsweep.plots.model.Legend.Entry;
import io.flowsweep.plots.model.Legend.Symbol;
import io.flowsweep.plots.model.Mark;
import io.flowsweep.plots.model.Panel;
import io.flowsweep.plots.model.Point;
import io.flowsweep.plots.model.Tone;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleEdge;

/** The names of lines at their right ends, in their colours, in place of a legend: an axis right of the panel. */
final class EndLabels extends NumberAxis {

    private static final int MOST = 7;
    private static final int LONGEST = 18;
    private static final double LINE = 16;
    private static final double AWAY = 8;

    /** The share of a chart's height that its panel has, about. */
    private static final double PANEL = 0.7;

    private record End(String name, Tone tone, double y) {}

    private final transient List<End> ends;
    private final transient ValueAxis main;
    private final String heading;

    private EndLabels(List<End> ends, ValueAxis main, String heading) {
        this.ends = ends;
        this.main = main;
        this.heading = heading;
        setRange(main.getRange());
        setAxisLineVisible(false);
        setTickMarksVisible(false);
        setTickLabelFont(Look.TICK);
    }

    /**
     * When all lines end at the right, far enough from each other to be named there.
     *
     * @param main the axis of the lines' y
     */
    static Optional<EndLabels> of(ChartModel model, ValueAxis main, Size size) {
        Optional<Legend> legend =
                model.legend().filter(l -> l.ramp().isEmpty() && l.entries().size() <= MOST);
        if (legend.isEmpty() || model.panels().size() > 1 || model.message().isPresent()) {
            return Optional.empty();
        }
        Panel panel = model.panels().get(0);
        List<End> ends = new ArrayList<>();
        for (Entry entry : legend.get().entries()) {
            Optional<Point> last = last(panel, entry).filter(p -> p.y().isPresent());
            if (entry.symbol() != Symbol.LINE || last.isEmpty() || !atTheRight(panel, last.get())) {
                return Optional.empty();
            }
            ends.add(new End(
                    Texts.cutMiddle(Texts.clean(entry.name()), LONGEST),
                    entry.tone(),
                    last.get().y().getAsDouble()));
        }
        ends.sort(Comparator.comparingDouble(End::y));
        Rectangle2D area = new Rectangle2D.Double(0, 0, 1, size.height() * PANEL);
        for (int i = 1; i < ends.size(); i++) {
            double below = main.valueToJava2D(ends.get(i - 1).y(), area, RectangleEdge.LEFT);
            double above = main.valueToJava2D(ends.get(i).y(), area, RectangleEdge.LEFT);
            if (!(below - above >= LINE)) {
                return Optional.empty();
            }
        }
        String heading = Texts.cutMiddle(Texts.clean(legend.get().label()), LONGEST);
        return Optional.of(new EndLabels(ends, main, heading));
    }

    private static Optional<Point> last(Panel panel, Entry entry) {
        return panel.marks().stream()
                .filter(m -> m instanceof Mark.Line line
                        && line.tone().equals(entry.tone())
                        && line.join() != Mark.Join.NONE
                        && !line.points().isEmpty())
                .map(m -> ((Mark.Line) m).points())
                .map(points -> points.get(points.size() - 1))
                .findFirst();
    }

    /** In the last seventh of the panel, or at the last category. */
    private static boolean atTheRight(Panel panel, Point point) {
        double low = panel.x().low();
        double high = panel.x().high();
        return switch (panel.x().scale()) {
            case LOG -> Math.log(point.x() / low) / Math.log(high / low) > 6.0 / 7;
            case CATEGORY -> point.x() >= panel.x().categories().size() - 1;
            case LINEAR, HIDDEN -> (point.x() / 2 - low / 2) / (high / 2 - low / 2) > 6.0 / 7;
        };
    }

    @Override
    public List<?> refreshTicks(Graphics2D graphics, AxisState state, Rectangle2D area, RectangleEdge edge) {
        return List.of();
    }

    @Override
    @SuppressWarnings("rawtypes") // as in JFreeChart
    protected double findMaximumTickLabelWidth(List ticks, Graphics2D graphics, Rectangle2D area, boolean vertical) {
        double names =
                ends.stream().mapToDouble(e -> Names.width(e.name())).max().orElse(0);
        return Math.max(names, graphics.getFontMetrics(Look.LEGEND_TITLE).stringWidth(heading)) + AWAY;
    }

    @Override
    protected AxisState drawTickMarksAndLabels(
            Graphics2D graphics, double cursor, Rectangle2D plotArea, Rectangle2D dataArea, RectangleEdge edge) {
        float x = (float) (cursor + AWAY);
        double highest = Double.MAX_VALUE;
        graphics.setFont(Look.TICK);
        double ascent = graphics.getFontMetrics().getAscent();
        for (End end : ends) {
            double y = main.valueToJava2D(end.y(), dataArea, RectangleEdge.LEFT) + ascent / 2 - 1;
            graphics.setPaint(Palette.paint(end.tone()));
            graphics.drawString(end.name(), x, (float) y);
            highest = y - ascent;
        }
        graphics.setFont(Look.LEGEND_TITLE);
        graphics.setPaint(Look.TEXT);
        graphics.drawString(heading, x, (float) (highest - 6));
        return new AxisState(cursor);
    }
}
