package io.flowsweep.plots.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * How much of a metric's variance each varied parameter explains alone, and each pair beyond its two parts.
 *
 * <p><b>On a complete grid</b> whose combinations have equally many repeats: functional analysis of variance (Sobol, 1993;
 * for hyperparameters Hutter, Hoos, Leyton-Brown, 2014). Where there are repeats, the noise between them raises the variance
 * between values of a parameter too; that much is taken off (ε², Kelley, 1935). Without repeats it is exact for the grid. The
 * shares of all effects of all orders and of the noise add up to 1.
 *
 * <p><b>On anything else</b> (sampled spaces, grids with failures): the variance between classes of observations, the
 * first-order index from given data (Plischke, Borgonovo, Smith, 2013), less what chance alone gives (ε²).
 * Classes are the values themselves, or equally large bins when a number has many: {@code 2∛n} bins for one parameter,
 * {@code √(n / 10)} a side, at most 10, for a pair.
 *
 * <p><b>Uncertainty.</b> 200 seeded bootstrap resamples: of the repeats within each combination on a grid, where r repeats
 * vary by a factor of √((r − 1) / r) too little, which is made up for; of all observations elsewhere. The interval is the
 * estimate ± 1.96 standard deviations of the resampled ones, cut off at 0 and 1. A grid without repeats has none, as nothing
 * there says what is noise.
 *
 * @param complete whether the observations are a complete, balanced grid
 * @param effects single parameters, then pairs, each from the largest share
 */
public record Importance(boolean complete, List<Effect> effects) {

    private static final int RESAMPLES = 200;
    private static final long SEED = 20_260_102;
    private static final int FEWEST = 4;

    public Importance {
        effects = List.copyOf(effects);
    }

    /**
     * One parameter, or two that act together.
     *
     * @param share of the variance, from 0 to 1
     * @param interval empty when there is none
     */
    public record Effect(List<String> parameters, double share, Optional<Interval> interval) {}

    /**
     * @param factors each with one value for each observation
     * @param metric finite values; all equal gives shares of 0
     * @throws IllegalArgumentException when there are fewer than 4 observations
     */
    public static Importance of(List<Factor> factors, double[] metric) {
        int n = metric.length;
        if (n < FEWEST) {
            throw new IllegalArgumentException(
                    "the importance of parameters needs " + FEWEST + " observations, but got " + n);
        }
        double[] values = Scaled.of(metric).values();
        Design design = Design.of(factors, n);
        double[] estimates = shares(design, values, IntStream.range(0, n).toArray());
        double[] halves = halves(design, values, estimates.length);
        List<List<String>> names = names(factors);
        List<Effect> effects = IntStream.range(0, estimates.length)
                .mapToObj(i -> effect(names.get(i), estimates[i], halves[i]))
                .sorted(Comparator.comparing((Effect e) -> e.parameters().size())
                        .thenComparing(Effect::share, Comparator.reverseOrder()))
                .toList();
        return new Importance(design.complete(), effects);
    }

    /** Single parameters, then pairs, in the order of the design. */
    private static List<List<String>> names(List<Factor> factors) {
        List<List<String>> names = new ArrayList<>();
        factors.forEach(factor -> names.add(List.of(factor.name())));
        for (int i = 0; i < factors.size(); i++) {
            for (int j = 0; j < i; j++) {
                names.add(List.of(factors.get(j).name(), factors.get(i).name()));
            }
        }
        return names;
    }

    private static double[] shares(Design design, double[] metric, int[] rows) {
        VarianceShares shares = new VarianceShares(metric, rows, design);
        double[] sides = design.sides().stream().mapToDouble(shares::of).toArray();
        double[] all = new double[design.singles().size() + design.pairs().size()];
        int at = 0;
        for (Classes single : design.singles()) {
            all[at++] = design.complete() ? sides[at - 1] : shares.of(single);
        }
        for (int i = 0; i < sides.length; i++) {
            for (int j = 0; j < i; j++) {
                Classes pair = design.pairs().get(at - sides.length);
                all[at++] = shares.of(pair) - sides[i] - sides[j];
            }
        }
        return all;
    }

    /** Half the width of each interval; NaN for none. */
    private static double[] halves(Design design, double[] metric, int effects) {
        double[][] drawn = new double[effects][RESAMPLES];
        double widening = design.complete() ? Math.sqrt(design.repeats() / (design.repeats() - 1.0)) : 1;
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < RESAMPLES && design.repeats() != 1; i++) {
            double[] shares = shares(design, metric, design.resample(random));
            for (int effect = 0; effect < effects; effect++) {
                drawn[effect][i] = shares[effect];
            }
        }
        return IntStream.range(0, effects)
                .mapToDouble(effect -> design.repeats() == 1
                        ? Double.NaN
                        : 1.96 * widening * Summary.of(drawn[effect]).sd())
                .toArray();
    }

    private static Effect effect(List<String> names, double share, double half) {
        Optional<Interval> interval = Double.isNaN(half)
                ? Optional.empty()
                : Optional.of(new Interval(cut(share - half), cut(share + half), Summary.DEFAULT_LEVEL));
        return new Effect(names, cut(share), interval);
    }

    private static double cut(double share) {
        return Math.min(1, Math.max(0, share));
    }
}
