package io.flowsweep.plots;

import java.util.Comparator;

/** Which values of a column are better. */
public enum Goal {
    MAXIMIZE,
    MINIMIZE;

    /** Whether {@code a} is better than {@code b}; of NaN and anything, false. */
    public boolean better(double a, double b) {
        return this == MAXIMIZE ? a > b : a < b;
    }

    /** The best first; NaN last. */
    public Comparator<Double> bestFirst() {
        Comparator<Double> order = this == MAXIMIZE ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return Comparator.comparing((Double value) -> value.isNaN()).thenComparing(order);
    }
}
