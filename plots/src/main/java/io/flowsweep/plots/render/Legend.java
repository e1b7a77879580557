package io.flowsweep.plots.render;

import io.flowsweep.plots.internal.Texts;
import io.flowsweep.plots.model.ChartModel;
import io.flowsweep.plots.model.ChartType;
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
final class Legend {

    private static final int LINE_HEIGHT = 22;
    private static final int LONGEST_NAME = 24;
    private static final int LONGEST_NAME_SMALL = 12;
    private static final Shape LINE = new Line2D.Double(-12, 0, 12, 0);
    private static final Shape BAR = new Rectangle2D.Double(-6, -6, 12, 12);
    private static final Shape NOTHING = new Rectangle2D.Double();
    private static final Paint CLEAR = new Color(0, 0, 0, 0);

    private Legend() {}

    /**
     * As many series as fit beside the plot, then how many more there are.
     *
     * @param label what the series stand for
     */
    static LegendTitle of(ChartModel model, String label, Size size) {
        int longest = size.width() < 600 ? LONGEST_NAME_SMALL : LONGEST_NAME;
        LegendItemCollection items = items(model, size.height() / LINE_HEIGHT - 6, longest);
        LegendTitle legend = new LegendTitle(() -> items);
        legend.setPosition(RectangleEdge.RIGHT);
        legend.setVerticalAlignment(VerticalAlignment.TOP);
        legend.setItemFont(Look.TICK);
        legend.setItemPaint(Look.TEXT);
        legend.setBackgroundPaint(Color.WHITE);
        legend.setPadding(new RectangleInsets(8, 8, 4, 8));

        TextTitle title = new TextTitle(Texts.cutMiddle(Texts.clean(label), longest), Look.LEGEND_TITLE);
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

    private static LegendItemCollection items(ChartModel model, int most, int longest) {
        LegendItemCollection items = new LegendItemCollection();
        int all = model.series().size();
        int named = all > most ? Math.max(0, most - 1) : all;
        for (int i = 0; i < named; i++) {
            String name = Texts.cutMiddle(Texts.clean(model.series().get(i).name()), longest);
            items.add(model.type() == ChartType.BAR ? bar(name, i) : line(name, i));
        }
        if (named < all) {
            items.add(item("… and " + (all - named) + " more", NOTHING, CLEAR, CLEAR, false, new BasicStroke(), CLEAR));
        }
        return items;
    }

    private static LegendItem line(String name, int i) {
        return item(name, Palette.shape(i), Palette.color(i), Color.WHITE, true, Palette.line(i), Palette.color(i));
    }

    private static LegendItem bar(String name, int i) {
        return item(name, BAR, Palette.filling(i), Palette.color(i), false, new BasicStroke(), CLEAR);
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
