package io.flowsweep.plots.render;

import io.flowsweep.plots.internal.Texts;
import io.flowsweep.plots.model.Legend;
import io.flowsweep.plots.model.Legend.Entry;
import io.flowsweep.plots.model.Legend.Symbol;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Paint;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.block.BlockContainer;
import org.jfree.chart.block.BorderArrangement;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.VerticalAlignment;

/** The names of the series, right of the plot, under what they stand for. */
final class SeriesLegend {

    private static final int LINE_HEIGHT = 22;
    private static final int LONGEST_NAME = 26;
    private static final int LONGEST_NAME_MEDIUM = 20;
    private static final int LONGEST_NAME_SMALL = 12;
    private static final Shape LINE = new Line2D.Double(-12, 0, 12, 0);
    private static final Shape AREA = new Rectangle2D.Double(-6, -6, 12, 12);
    private static final Shape NOTHING = new Rectangle2D.Double();
    private static final Paint CLEAR = new Color(0, 0, 0, 0);

    private SeriesLegend() {}

    /** As many series as fit beside the plot, then how many more there are. */
    static LegendTitle of(Legend what, Size size) {
        int longest = size.width() < 400 ? LONGEST_NAME_SMALL : size.width() < 600 ? LONGEST_NAME_MEDIUM : LONGEST_NAME;
        LegendItemCollection items = items(what, size.height() / LINE_HEIGHT - 6, longest);
        LegendTitle legend = new LegendTitle(() -> items);
        legend.setPosition(RectangleEdge.RIGHT);
        legend.setVerticalAlignment(VerticalAlignment.TOP);
        legend.setItemFont(Look.TICK);
        legend.setItemPaint(Look.TEXT);
        legend.setBackgroundPaint(Color.WHITE);
        legend.setPadding(new RectangleInsets(8, 8, 4, 8));

        TextTitle title = new TextTitle(Texts.cutMiddle(Texts.clean(what.label()), longest), Look.LEGEND_TITLE);
        title.setPaint(Look.TEXT);
        title.setHorizontalAlignment(HorizontalAlignment.LEFT);
        title.setPadding(new RectangleInsets(0, 4, 4, 4));
        BlockContainer wrapper = new BlockContainer(new BorderArrangement());
        wrapper.setFrame(BlockBorder.NONE);
        wrapper.add(title, RectangleEdge.TOP);
        wrapper.add(legend.getItemContainer());
        legend.setWrapper(wrapper);
        return legend;
    }

    private static LegendItemCollection items(Legend what, int most, int longest) {
        LegendItemCollection items = new LegendItemCollection();
        int all = what.entries().size();
        int named = all > most ? Math.max(0, most - 1) : all;
        for (Entry entry : what.entries().subList(0, named)) {
            items.add(item(entry, Texts.cutMiddle(Texts.clean(entry.name()), longest)));
        }
        if (named < all) {
            items.add(item("… and " + (all - named) + " more", NOTHING, CLEAR, CLEAR, false, new BasicStroke(), CLEAR));
        }
        return items;
    }

    private static LegendItem item(Entry entry, String name) {
        Color color = Palette.paint(entry.tone());
        Shape shape = Palette.shape(entry.tone());
        Stroke line = entry.symbol() == Symbol.DASHED ? Palette.REFERENCE : Palette.line(entry.tone());
        return switch (entry.symbol()) {
            case LINE -> item(name, shape, color, Color.WHITE, true, line, color);
            case DASHED -> item(name, NOTHING, CLEAR, CLEAR, true, line, color);
            case POINT -> item(name, shape, color, Color.WHITE, false, line, color);
            case AREA ->
                item(name, AREA, Palette.filling(entry.tone()), Palette.outline(entry.tone()), false, line, CLEAR);
        };
    }

    private static LegendItem item(
            String name, Shape shape, Paint filling, Paint outline, boolean withLine, Stroke stroke, Paint paint) {
        return new LegendItem(
                name,
                null,
                null,
                null,
                true,
                shape,
                true,
                filling,
                true,
                outline,
                new BasicStroke(1),
                withLine,
                LINE,
                stroke,
                paint);
    }
}
