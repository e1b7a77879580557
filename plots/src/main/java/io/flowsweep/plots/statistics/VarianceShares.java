package io.flowsweep.plots.statistics;

/** The variance of some observations, and which share of it lies between classes beyond what chance alone gives. */
final class VarianceShares {

    private final int[] rows;
    private final double[] centred;
    private final double total;
    private final double noise;

    /**
     * @param rows which observations; one may occur more than once
     */
    VarianceShares(double[] metric, int[] rows, Design design) {
        this.rows = rows;
        centred = new double[rows.length];
        double mean = 0;
        for (int row : rows) {
            mean += metric[row] / rows.length;
        }
        double squares = 0;
        for (int i = 0; i < rows.length; i++) {
            centred[i] = metric[rows[i]] - mean;
            squares += centred[i] * centred[i];
        }
        double rounding = 10 * Math.ulp(1.0) * Math.abs(mean);
        total = squares > rows.length * rounding * rounding ? squares : 0;
        noise = design.complete() ? noise(design) : Double.NaN;
    }

    /** The variance between the repeats of one combination; 0 when each was run once, as nothing says what is noise then. */
    private double noise(Design design) {
        int freedom = rows.length - design.cells().count();
        return freedom == 0 ? 0 : Math.max(0, total - between(design.cells()).squares()) / freedom;
    }

    /** May be a little below 0, where there is no effect. */
    double of(Classes classes) {
        if (total == 0) {
            return 0;
        }
        Between between = between(classes);
        double chance = Double.isNaN(noise) ? ownNoise(between) : noise;
        return (between.squares() - (between.used() - 1) * chance) / total;
    }

    private double ownNoise(Between between) {
        int freedom = rows.length - between.used();
        return freedom == 0 ? total / (rows.length - 1) : (total - between.squares()) / freedom;
    }

    /**
     * @param squares the sum of squares between classes
     * @param used how many classes have an observation
     */
    private record Between(double squares, int used) {}

    private Between between(Classes classes) {
        double[] sums = new double[classes.count()];
        int[] counts = new int[classes.count()];
        for (int i = 0; i < rows.length; i++) {
            int at = classes.of()[rows[i]];
            sums[at] += centred[i];
            counts[at]++;
        }
        double squares = 0;
        int used = 0;
        for (int i = 0; i < sums.length; i++) {
            if (counts[i] > 0) {
                squares += sums[i] * sums[i] / counts[i];
                used++;
            }
        }
        return new Between(squares, used);
    }
}
