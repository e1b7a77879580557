package io.flowsweep.plots.render;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Stroke;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.ui.RectangleInsets;

/** Fonts, lines and greys of every chart: white ground, light grid, no frame. */
final class Look {

    static final Font TITLE = font(Font.BOLD, 16);
    static final Font LABEL = font(Font.PLAIN, 13);
    static final Font TICK = font(Font.PLAIN, 12);
    static final Font CAPTION = font(Font.PLAIN, 11);
    static final Font LEGEND_TITLE = font(Font.BOLD, 12);
    static final Font MESSAGE = font(Font.PLAIN, 18);

    static final Color TEXT = new Color(0x222222);
    static final Color FAINT_TEXT = new Color(0x595959);
    static final Color AXIS = new Color(0x8C8C8C);
    static final Color GRID = new Color(0xE3E3E3);
    static final Stroke GRID_LINE = new BasicStroke(1);
    static final RectangleInsets AXIS_OFFSET = new RectangleInsets(0, 0, 0, 0);

    /** Characters of an axis label. */
    static final int LONGEST_LABEL = 60;

    private Look() {}

    static void dress(Axis axis, String label) {
        axis.setLabel(label);
        axis.setLabelFont(LABEL);
        axis.setLabelPaint(TEXT);
        axis.setLabelInsets(new RectangleInsets(5, 5, 5, 5));
        axis.setTickLabelFont(TICK);
        axis.setTickLabelPaint(TEXT);
        axis.setAxisLinePaint(AXIS);
        axis.setAxisLineStroke(new BasicStroke(1));
        axis.setTickMarkPaint(AXIS);
    }

    static void dress(Plot plot) {
        plot.setBackgroundPaint(Color.WHITE);
        plot.setOutlineVisible(false);
        plot.setNoDataMessageFont(MESSAGE);
        plot.setNoDataMessagePaint(FAINT_TEXT);
        plot.setInsets(new RectangleInsets(4, 4, 4, 4));
    }

    private static Font font(int style, int size) {
        return new Font(Font.SANS_SERIF, style, size);
    }
}
