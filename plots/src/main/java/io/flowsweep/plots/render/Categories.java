package io.flowsweep.plots.render;

import io.flowsweep.plots.model.ChartModel;
import io.flowsweep.plots.model.ChartModel.Point;
import io.flowsweep.plots.model.ChartModel.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.CategoryItemRenderer;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.category.DefaultCategoryDataset;

/** What charts over categories share: the dataset and the plot around them. */
final class Categories {

    private Categories() {}

    static CategoryPlot plot(ChartModel model, Size size, CategoryItemRenderer renderer) {
        CategoryNames names = new CategoryNames(model, size);
        CategoryPlot plot = new CategoryPlot(dataset(model, names.keys()), names.axis(), Axes.y(model), renderer);
        plot.setRangeGridlinesVisible(model.message().isEmpty());
        plot.setRangeGridlinePaint(Look.GRID);
        plot.setRangeGridlineStroke(Look.GRID_LINE);
        plot.setAxisOffset(Look.AXIS_OFFSET);
        return plot;
    }

    /** The points of each series by category, {@code null} where it has none. */
    static List<List<Point>> grid(ChartModel model) {
        List<List<Point>> grid = new ArrayList<>();
        for (Series series : model.series()) {
            Point[] row = new Point[model.x().categories().size()];
            series.points().forEach(p -> row[(int) p.x()] = p);
            grid.add(Arrays.asList(row));
        }
        return grid;
    }

    private static CategoryDataset dataset(ChartModel model, List<Key> categories) {
        DefaultCategoryDataset dataset = new DefaultCategoryDataset();
        if (model.message().isPresent()) {
            return dataset;
        }
        List<List<Point>> grid = grid(model);
        for (int row = 0; row < grid.size(); row++) {
            Key series = new Key(row, model.series().get(row).name());
            for (Key category : categories) {
                Point point = grid.get(row).get(category.index());
                boolean drawn = point != null && point.mean().isPresent();
                dataset.addValue(drawn ? (Double) point.mean().getAsDouble() : null, series, category);
            }
        }
        return dataset;
    }
}
