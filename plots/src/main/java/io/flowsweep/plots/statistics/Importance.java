package io.flowsweep.plots.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How much of a metric's variance each varied parameter explains alone, and each pair beyond its two parts.
 *
 * <p><b>On a complete grid</b> whose combinations have equally many repeats: functional analysis of variance (Sobol, 1993;
 * for hyperparameters Hutter, Hoos, Leyton-Brown, 2014), exact for the grid. The shares of all effects of all orders and of
 * the noise between repeats add up to 1.
 *
 * <p><b>On anything else</b> (sampled spaces, grids with failures): the variance between classes of observations, the
 * first-order index from given data (Plischke, Borgonovo, Smith, 2013), less what chance alone gives (ε², Kelley, 1935).
 * Classes are the values themselves, or equally large bins when a number has many: {@code 2∛n} bins for one parameter,
 * {@code √(n / 10)} a side, at most 10, for a pair.
 *
 * <p><b>Uncertainty.</b> 200 seeded bootstrap resamples: of the repeats within each combination on a grid, of all
 * observations elsewhere; the interval is the estimate ± 1.96 standard deviations of the resampled ones, cut off at 0 and 1.
 * A grid without repeats has none, as nothing there says what is noise.
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
        if (metric.length < FEWEST) {
            throw new IllegalArgumentException(
                    "the importance of parameters needs " + FEWEST + " observations, but got " + metric.length);
        }
        int n = metric.length;
        int[] cells = combine(factors.stream().map(f -> f.classes(n)).toList(), n);
        boolean complete = isComplete(factors, cells, n);
        int single = complete ? n : (int) Math.ceil(2 * Math.cbrt(n));
        int side = complete ? n : (int) Math.max(2, Math.min(10, Math.sqrt(n / 10.0)));
        int[][] resamples = complete ? withinCells(cells) : anywhere(n);

        List<Effect> singles = new ArrayList<>();
        List<Effect> pairs = new ArrayList<>();
        for (int i = 0; i < factors.size(); i++) {
            int[] classes = factors.get(i).classes(single);
            ToDoubleFunction<int[]> share = rows -> share(classes, metric, rows, complete);
            singles.add(effect(List.of(factors.get(i).name()), share, n, resamples));
            for (int j = 0; j < i; j++) {
                int[] first = factors.get(j).classes(side);
                int[] second = factors.get(i).classes(side);
                int[] both = combine(List.of(first, second), n);
                ToDoubleFunction<int[]> beyond = rows -> share(both, metric, rows, complete)
                        - share(first, metric, rows, complete)
                        - share(second, metric, rows, complete);
                pairs.add(effect(List.of(factors.get(j).name(), factors.get(i).name()), beyond, n, resamples));
            }
        }
        Comparator<Effect> largest = Comparator.comparingDouble(Effect::share).reversed();
        singles.sort(largest);
        pairs.sort(largest);
        singles.addAll(pairs);
        return new Importance(complete, singles);
    }

    private static Effect effect(List<String> names, ToDoubleFunction<int[]> share, int n, int[][] resamples) {
        double estimate = cut(share.applyAsDouble(IntStream.range(0, n).toArray()));
        if (resamples.length == 0) {
            return new Effect(names, estimate, Optional.empty());
        }
        double[] drawn = Arrays.stream(resamples).mapToDouble(share).toArray();
        double half = 1.96 * Summary.of(drawn).sd();
        return new Effect(
                names,
                estimate,
                Optional.of(new Interval(cut(estimate - half), cut(estimate + half), Summary.DEFAULT_LEVEL)));
    }

    private static double cut(double share) {
        return Math.min(1, Math.max(0, share));
    }

    /** The share of the variance of these rows that lies between classes: η² when {@code plain}, else ε². */
    private static double share(int[] classes, double[] metric, int[] rows, boolean plain) {
        int size = Arrays.stream(rows).map(r -> classes[r]).max().orElse(0) + 1;
        double[] sums = new double[size];
        int[] counts = new int[size];
        double mean = Arrays.stream(rows).mapToDouble(r -> metric[r]).average().orElseThrow();
        double total = 0;
        for (int row : rows) {
            double centred = metric[row] - mean;
            sums[classes[row]] += centred;
            counts[classes[row]]++;
            total += centred * centred;
        }
        double between = 0;
        int used = 0;
        for (int i = 0; i < size; i++) {
            if (counts[i] > 0) {
                between += sums[i] * sums[i] / counts[i];
                used++;
            }
        }
        if (total == 0) {
            return 0;
        }
        if (plain) {
            return between / total;
        }
        double chance = used < rows.length ? (used - 1) * (total - between) / (rows.length - used) : between;
        return (between - chance) / total;
    }

    private static int[] combine(List<int[]> classes, int n) {
        Map<List<Integer>, Integer> seen = new LinkedHashMap<>();
        int[] combined = new int[n];
        for (int row = 0; row < n; row++) {
            int at = row;
            List<Integer> key = classes.stream().map(c -> c[at]).toList();
            combined[row] = seen.computeIfAbsent(key, k -> seen.size());
        }
        return combined;
    }

    private static boolean isComplete(List<Factor> factors, int[] cells, int n) {
        double product = 1;
        for (Factor factor : factors) {
            product *= factor.values().stream().distinct().count();
        }
        long[] sizes =
                Arrays.stream(groups(cells)).mapToLong(g -> g.length).distinct().toArray();
        return product == Arrays.stream(cells).max().orElse(0) + 1 && sizes.length == 1;
    }

    private static int[][] groups(int[] cells) {
        int count = Arrays.stream(cells).max().orElse(-1) + 1;
        List<List<Integer>> groups = new ArrayList<>();
        IntStream.range(0, count).forEach(i -> groups.add(new ArrayList<>()));
        IntStream.range(0, cells.length).forEach(row -> groups.get(cells[row]).add(row));
        return groups.stream().map(g -> g.stream().mapToInt(r -> r).toArray()).toArray(int[][]::new);
    }

    private static int[][] withinCells(int[] cells) {
        int[][] groups = groups(cells);
        if (groups[0].length == 1) {
            return new int[0][];
        }
        SplittableRandom random = new SplittableRandom(SEED);
        return resamples(() -> Arrays.stream(groups)
                .flatMapToInt(g ->
                        IntStream.generate(() -> g[random.nextInt(g.length)]).limit(g.length))
                .toArray());
    }

    private static int[][] anywhere(int n) {
        SplittableRandom random = new SplittableRandom(SEED);
        return resamples(() -> random.ints(n, 0, n).toArray());
    }

    private static int[][] resamples(Supplier<int[]> draw) {
        int[][] resamples = new int[RESAMPLES][];
        Arrays.setAll(resamples, i -> draw.get());
        return resamples;
    }
}
