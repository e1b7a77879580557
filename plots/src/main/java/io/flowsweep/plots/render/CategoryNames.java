package io.flowsweep.plots.render;

import io.flowsweep.plots.internal.Texts;
import io.flowsweep.plots.model.ChartModel;
import java.awt.font.FontRenderContext;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.CategoryLabelPositions;

/**
 * Writes the names of categories so that all can be read: side by side, else wrapped between words, else slanted, else
 * upright; the last two shortened to what the chart's size leaves for them.
 */
final class CategoryNames {

    private static final FontRenderContext TEXT = new FontRenderContext(null, true, true);
    private static final double GAP = 8;
    private static final int LONGEST_NAME = 100;
    private static final int MOST_LINES = 3;

    /** What stands left and right of the plot, about. */
    private static final double Y_AXIS = 70;

    private static final double LEGEND = 130;

    /** The least room along the axis for a slanted and for an upright name. */
    private static final double SLANTED_ROOM = 20;

    private static final double UPRIGHT_ROOM = 15;

    private final ChartModel model;
    private final Size size;
    private final List<String> names;
    private final double room;

    CategoryNames(ChartModel model, Size size) {
        this.model = model;
        this.size = size;
        names = model.x().categories().stream().map(Texts::clean).toList();
        double plot = size.width() - Y_AXIS - (model.seriesLabel().isPresent() ? LEGEND : 0);
        room = Math.max(1, plot) / Math.max(1, names.size());
    }

    /** The categories of the dataset, with the names that are shown. */
    List<Key> keys() {
        int step = direction() == Direction.UPRIGHT ? (int) Math.ceil(UPRIGHT_ROOM / room) : 1;
        double longest = longest();
        return IntStream.range(0, names.size())
                .mapToObj(i -> new Key(i, i % step == 0 ? fit(names.get(i), longest) : ""))
                .toList();
    }

    CategoryAxis axis() {
        CategoryAxis axis = new CategoryAxis();
        Look.dress(axis, Texts.cutMiddle(Texts.clean(model.x().label()), Look.LONGEST_LABEL));
        axis.setLowerMargin(0.02);
        axis.setUpperMargin(0.02);
        axis.setCategoryMargin(0.25);
        axis.setTickMarksVisible(false);
        axis.setMaximumCategoryLabelWidthRatio(1f);
        switch (direction()) {
            case LEVEL -> axis.setMaximumCategoryLabelLines(MOST_LINES);
            case SLANTED -> axis.setCategoryLabelPositions(CategoryLabelPositions.UP_45);
            case UPRIGHT -> axis.setCategoryLabelPositions(CategoryLabelPositions.UP_90);
        }
        return axis;
    }

    private enum Direction {
        LEVEL,
        SLANTED,
        UPRIGHT
    }

    private Direction direction() {
        if (names.stream().allMatch(this::wraps)) {
            return Direction.LEVEL;
        }
        return room >= SLANTED_ROOM ? Direction.SLANTED : Direction.UPRIGHT;
    }

    /** A little pessimistic: a line that is left ragged by its last word counts as full. */
    private boolean wraps(String name) {
        double most = room - GAP;
        double widestWord = Stream.of(name.split(" "))
                .mapToDouble(CategoryNames::width)
                .max()
                .orElse(0);
        double lines = Math.ceil(width(name) / most);
        return width(name) <= most || (widestWord <= most && lines < MOST_LINES);
    }

    /** A slanted name goes down and to the left, where it must not leave the chart. */
    private double longest() {
        return switch (direction()) {
            case LEVEL -> Double.MAX_VALUE;
            case SLANTED -> Math.min(Y_AXIS + room / 2, size.height() * 0.3) * Math.sqrt(2) - 2 * GAP;
            case UPRIGHT -> size.height() * 0.3;
        };
    }

    private static String fit(String name, double longest) {
        String cut = Texts.cutMiddle(name, LONGEST_NAME);
        for (int most = Texts.length(cut) - 1; most >= 3 && width(cut) > longest; most--) {
            cut = Texts.cutMiddle(name, most);
        }
        return cut;
    }

    private static double width(String text) {
        return Look.TICK.getStringBounds(text, TEXT).getWidth();
    }
}
