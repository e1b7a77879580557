package io.flowsweep.plots.statistics;

/**
 * Amdahl's law (1967): with {@code p} processors work is {@code 1 / (s + (1 − s) / p)} times as fast.
 *
 * @param serial {@code s}, the share of the work that cannot be spread; from 0 to 1
 */
public record Amdahl(double serial) {

    /**
     * Least squares in the time needed, {@code 1 / speed-up}, which is linear in {@code s}; cut off at 0 and 1 (a speed-up
     * above the number of processors gives 0).
     *
     * @param processors above 0
     * @param speedUps above 0, measured against one processor
     * @throws IllegalArgumentException when no value has a number of processors other than 1
     */
    public static Amdahl fit(double[] processors, double[] speedUps) {
        double products = 0;
        double squares = 0;
        for (int i = 0; i < processors.length; i++) {
            double share = 1 - 1 / processors[i];
            products += share * (1 / speedUps[i] - 1 / processors[i]);
            squares += share * share;
        }
        if (squares == 0) {
            throw new IllegalArgumentException("a fit needs a measurement with other than one processor");
        }
        return new Amdahl(Math.min(1, Math.max(0, products / squares)));
    }

    /** The speed-up with so many processors. */
    public double speedUp(double processors) {
        return 1 / (serial + (1 - serial) / processors);
    }
}
