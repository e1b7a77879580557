package io.flowsweep.plots.aggregate;

import io.flowsweep.plots.internal.Numbers;
import io.flowsweep.plots.model.Axis;
import io.flowsweep.plots.model.Axis.Scale;
import io.flowsweep.plots.model.Legend.Ramp;
import io.flowsweep.plots.model.Mark.Rect;
import io.flowsweep.plots.model.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Scattered values smoothed by a Gaussian kernel (Nadaraya, 1964; Watson, 1964) on a grid of the panel, in as many bands of
 * colour as can be told apart. Where the nearest point is further than three kernel widths away, nothing is drawn.
 */
final class Surface {

    private static final int COLUMNS = 120;
    private static final int ROWS = 80;
    private static final int BANDS = 10;
    private static final double FAR = 3;

    private final List<double[]> points;
    private final Axis x;
    private final Axis y;
    private final double width;

    /** @param points x, y and value of each; at least one */
    Surface(List<double[]> points, Axis x, Axis y, Ramp ramp) {
        this.points = points.stream()
                .map(p -> new double[] {
                    share(x, p[0]), share(y, p[1]), ramp.tone(p[2]).value()
                })
                .toList();
        this.x = x;
        this.y = y;
        width = Math.max(0.03, 0.8 / Math.sqrt(points.size()));
    }

    String method() {
        return "smoothed by a Gaussian kernel of " + Numbers.rounded(100 * width, 2) + " % of the axes";
    }

    /** Neighbours of one band in a row are one area. */
    List<Rect> bands() {
        List<Rect> rects = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            int start = 0;
            int band = band(0, row);
            for (int column = 1; column <= COLUMNS; column++) {
                int next = column < COLUMNS ? band(column, row) : -2;
                if (next != band) {
                    if (band >= 0) {
                        rects.add(rect(start, column, row, Tone.ramp((band + 0.5) / BANDS)));
                    }
                    start = column;
                    band = next;
                }
            }
        }
        return rects;
    }

    private Rect rect(int from, int to, int row, Tone tone) {
        return new Rect(
                at(x, (double) from / COLUMNS),
                at(x, (double) to / COLUMNS),
                at(y, (double) row / ROWS),
                at(y, (double) (row + 1) / ROWS),
                tone,
                Optional.empty());
    }

    /** The band of the middle of a field; −1 when no point is near. */
    private int band(int column, int row) {
        double across = (column + 0.5) / COLUMNS;
        double up = (row + 0.5) / ROWS;
        double weights = 0;
        double sum = 0;
        double nearest = Double.POSITIVE_INFINITY;
        for (double[] point : points) {
            double distance = (Math.pow(point[0] - across, 2) + Math.pow(point[1] - up, 2)) / (width * width);
            nearest = Math.min(nearest, distance);
            if (distance <= FAR * FAR) {
                double weight = Math.exp(-distance / 2);
                weights += weight;
                sum += weight * point[2];
            }
        }
        return nearest > FAR * FAR ? -1 : (int) Math.min(BANDS - 1, sum / weights * BANDS);
    }

    private static double share(Axis axis, double value) {
        return axis.scale() == Scale.LOG
                ? Math.log(value / axis.low()) / Math.log(axis.high() / axis.low())
                : (value / 2 - axis.low() / 2) / (axis.high() / 2 - axis.low() / 2);
    }

    private static double at(Axis axis, double share) {
        return axis.scale() == Scale.LOG
                ? axis.low() * Math.pow(axis.high() / axis.low(), share)
                : axis.low() * (1 - share) + axis.high() * share;
    }
}
