package io.flowsweep.sweep.sampling;

/** Checks of what a distribution is made of. */
final class Bounds {

    private Bounds() {}

    static void check(String what, double from, double to) {
        if (!(from < to) || !Double.isFinite(from) || !Double.isFinite(to) || !Double.isFinite(to - from)) {
            throw new IllegalArgumentException(what + " needs from < to, but got from=" + from + ", to=" + to);
        }
    }

    static void positive(String what, double from) {
        if (from <= 0) {
            throw new IllegalArgumentException(
                    what + " needs from > 0, but got " + from + ": give the values themselves, not their logarithms");
        }
    }

    static void spread(String what, double mean, double sd) {
        if (!Double.isFinite(mean) || !Double.isFinite(sd) || sd <= 0) {
            throw new IllegalArgumentException(what + " needs sd > 0, but got mean=" + mean + ", sd=" + sd);
        }
    }
}
