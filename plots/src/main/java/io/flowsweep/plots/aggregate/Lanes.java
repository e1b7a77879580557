package io.flowsweep.plots.aggregate;

/**
 * Shares the room of a category out among series that stand side by side.
 *
 * @param count how many series; 0 counts as 1
 */
record Lanes(int count) {

    Lanes {
        count = Math.max(1, count);
    }

    private static final double USED = 0.8;
    private static final double GAP = 0.08;
    private static final double WIDEST = 0.5;

    double middle(double category, int series) {
        return category - step() * count / 2 + step() * (series + 0.5);
    }

    /** Half the width of one. */
    double half() {
        return step() * (1 - GAP) / 2;
    }

    private double step() {
        return Math.min(WIDEST, USED / count);
    }
}
