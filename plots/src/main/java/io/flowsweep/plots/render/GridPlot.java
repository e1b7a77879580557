package io.flowsweep.plots.render;

import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.PlotState;

/** Several plots in rows and columns, each under its title. */
final class GridPlot extends Plot {

    private static final double TITLE = 18;

    private final transient List<String> titles;
    private final transient List<Plot> plots;

    GridPlot(List<String> titles, List<Plot> plots) {
        this.titles = titles;
        this.plots = plots;
    }

    /** How many stand side by side: rather a row more than panels that are higher than wide. */
    static int columns(int panels) {
        return panels <= 3 ? panels : panels == 4 ? 2 : panels <= 9 ? 3 : 4;
    }

    static int rows(int panels) {
        return (panels + columns(panels) - 1) / columns(panels);
    }

    @Override
    public String getPlotType() {
        return "panels";
    }

    @Override
    public void draw(Graphics2D graphics, Rectangle2D area, Point2D anchor, PlotState parent, PlotRenderingInfo info) {
        int columns = columns(plots.size());
        double width = area.getWidth() / columns;
        double height = area.getHeight() / rows(plots.size());
        for (int i = 0; i < plots.size(); i++) {
            double x = area.getX() + i % columns * width;
            double y = area.getY() + i / columns * height;
            graphics.setFont(Look.LEGEND_TITLE);
            graphics.setPaint(Look.TEXT);
            FontMetrics metrics = graphics.getFontMetrics();
            graphics.drawString(
                    titles.get(i), (float) (x + width / 2 - metrics.stringWidth(titles.get(i)) / 2.0), (float)
                            (y + metrics.getAscent()));
            plots.get(i)
                    .draw(graphics, new Rectangle2D.Double(x, y + TITLE, width, height - TITLE), null, parent, null);
        }
    }
}
