package io.flowsweep.plots.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * How parameters divide observations: each alone, each pair, and all of them together.
 *
 * @param repeats of each combination on a complete grid with equally many of each; 0 on anything else
 * @param cells a class for each combination of all parameters
 * @param singles a class for each value of a parameter, or for each bin
 * @param sides the same with wider bins, as pairs have them
 * @param pairs of each parameter with each one before it
 */
record Design(int repeats, Classes cells, List<Classes> singles, List<Classes> sides, List<Classes> pairs) {

    static Design of(List<Factor> factors, int n) {
        List<Classes> values = factors.stream().map(f -> Classes.of(f, n)).toList();
        Classes cells = values.stream().reduce(Classes::and).orElse(new Classes(new int[n], 1));
        int repeats = repeats(values, cells);
        int single = (int) Math.ceil(2 * Math.cbrt(n));
        int side = (int) Math.max(2, Math.min(10, Math.sqrt(n / 10.0)));
        List<Classes> singles = repeats > 0 ? values : all(factors, single);
        List<Classes> sides = repeats > 0 ? values : all(factors, side);
        List<Classes> pairs = new ArrayList<>();
        for (int i = 0; i < sides.size(); i++) {
            for (int j = 0; j < i; j++) {
                pairs.add(sides.get(j).and(sides.get(i)));
            }
        }
        return new Design(repeats, cells, singles, sides, pairs);
    }

    private static List<Classes> all(List<Factor> factors, int most) {
        return factors.stream().map(f -> Classes.of(f, most)).toList();
    }

    private static int repeats(List<Classes> values, Classes cells) {
        double combinations = values.stream().mapToDouble(Classes::count).reduce(1, (a, b) -> a * b);
        int[] sizes = Arrays.stream(cells.members())
                .mapToInt(members -> members.length)
                .distinct()
                .toArray();
        return combinations == cells.count() && sizes.length == 1 ? sizes[0] : 0;
    }

    boolean complete() {
        return repeats > 0;
    }

    /** As many observations again, drawn at random: on a grid within each combination, else among all. */
    int[] resample(SplittableRandom random) {
        int n = cells.of().length;
        if (!complete()) {
            return random.ints(n, 0, n).toArray();
        }
        int[] drawn = new int[n];
        int at = 0;
        for (int[] members : cells.members()) {
            for (int i = 0; i < members.length; i++) {
                drawn[at++] = members[random.nextInt(members.length)];
            }
        }
        return drawn;
    }
}
