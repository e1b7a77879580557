package io.flowsweep.plots.aggregate;

import io.flowsweep.plots.internal.Numbers;
import io.flowsweep.plots.model.Point;
import java.util.ArrayList;
import java.util.List;

/** What the marks of one drawing are, how many values are behind them, and what is not shown, in one line. */
final class Caption {

    private final List<String> notes = new ArrayList<>();
    private String subject = "mean";
    private String place = "point";
    private int leastN = Integer.MAX_VALUE;
    private int mostN;
    private int mostVariants;
    private int notPositive;
    private double level;
    private String total;

    /** What the interval is of, when there is one, in place of the mean. */
    void intervalOf(String what) {
        subject = what;
    }

    /** What has an n, where not a point. */
    void per(String what) {
        place = what;
    }

    /** How many values there are in all, for charts whose marks have no n each. */
    void total(int count, String what) {
        total = count(count, what);
    }

    /** A sentence of its own. */
    void say(String note) {
        notes.add(note);
    }

    void point(Point point, int variants) {
        if (point.n() > 0) {
            leastN = Math.min(leastN, point.n());
            mostN = Math.max(mostN, point.n());
        }
        mostVariants = Math.max(mostVariants, variants);
        point.interval().ifPresent(interval -> level = interval.level());
    }

    void notPositive() {
        notPositive++;
    }

    /** {@code mean and 95 % t interval · n = 3–5 per point · 2 rows without perf}. */
    String text(String y, Skipped skipped) {
        List<String> parts = new ArrayList<>();
        if (level > 0) {
            parts.add(subject + " and " + Numbers.display(level * 100) + " % t interval");
        }
        parts.add(total == null ? n() : total);
        if (mostVariants > 1) {
            parts.add("up to " + mostVariants + " variants in one " + place + ": no interval there");
        }
        parts.addAll(notes);
        parts.addAll(skipped.texts());
        if (notPositive > 0) {
            parts.add(count(notPositive, "point") + " with " + y + " ≤ 0, not on a log axis");
        }
        return String.join(" · ", parts);
    }

    /** {@code 1 row}, {@code 2 rows}. */
    static String count(int count, String what) {
        return Numbers.grouped(count) + " " + what + (count == 1 ? "" : "s");
    }

    private String n() {
        if (mostN <= 1) {
            return mostN == 0 ? "n = 0" : "n = 1 per " + place + ": no interval";
        }
        return "n = " + (leastN == mostN ? "" : leastN + "–") + mostN + " per " + place;
    }
}
