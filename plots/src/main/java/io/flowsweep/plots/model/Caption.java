package io.flowsweep.plots.model;

import io.flowsweep.plots.internal.Numbers;
import io.flowsweep.plots.model.ChartModel.Point;
import java.util.ArrayList;
import java.util.List;

/** Counts what a chart shows and what it cannot show, and says so in one line. */
final class Caption {

    private final String x;
    private final String y;
    private int withoutX;
    private int xNotFinite;
    private int xNotPositive;
    private int withoutY;
    private int yNotFinite;
    private int meanNotPositive;
    private int leastN = Integer.MAX_VALUE;
    private int mostN;
    private int mostVariants;
    private double level;

    Caption(String x, String y) {
        this.x = x;
        this.y = y;
    }

    void withoutX() {
        withoutX++;
    }

    void xNotFinite() {
        xNotFinite++;
    }

    void xNotPositive() {
        xNotPositive++;
    }

    void withoutY() {
        withoutY++;
    }

    void yNotFinite() {
        yNotFinite++;
    }

    void meanNotPositive() {
        meanNotPositive++;
    }

    void point(Point point, int variants) {
        if (point.n() > 0) {
            leastN = Math.min(leastN, point.n());
            mostN = Math.max(mostN, point.n());
        }
        mostVariants = Math.max(mostVariants, variants);
        point.interval().ifPresent(interval -> level = interval.level());
    }

    /** {@code mean and 95 % t interval · n = 3–5 per point · 2 rows without perf}. */
    String text() {
        List<String> parts = new ArrayList<>();
        if (level > 0) {
            parts.add("mean and " + Numbers.display(level * 100) + " % t interval");
        }
        parts.add(n());
        if (mostVariants > 1) {
            parts.add("up to " + mostVariants + " variants in one point: no interval there");
        }
        count(parts, withoutY, "row", "without " + y);
        count(parts, yNotFinite, "row", "with a " + y + " that is not finite");
        count(parts, meanNotPositive, "point", "with " + y + " ≤ 0, not on a log axis");
        count(parts, withoutX, "row", "without " + x);
        count(parts, xNotFinite, "row", "with a " + x + " that is not finite");
        count(parts, xNotPositive, "row", "with " + x + " ≤ 0, not on a log axis");
        return String.join(" · ", parts);
    }

    private String n() {
        if (mostN <= 1) {
            return mostN == 0 ? "n = 0" : "n = 1 per point: no interval";
        }
        return "n = " + (leastN == mostN ? "" : leastN + "–") + mostN + " per point";
    }

    private static void count(List<String> parts, int count, String what, String how) {
        if (count > 0) {
            parts.add(count + " " + what + (count == 1 ? " " : "s ") + how);
        }
    }
}
