package io.flowsweep.plots.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Observations in classes.
 *
 * @param of the class of each observation, from 0
 * @param count how many classes there are
 */
record Classes(int[] of, int count) {

    /**
     * By the values of a factor: one class for each value, or at most {@code most} with equally many observations each when a
     * numeric factor has more values than that.
     */
    static Classes of(Factor factor, int most) {
        Map<Object, Integer> distinct = new HashMap<>();
        if (factor.numeric()) {
            new TreeSet<>(factor.values().stream().map(Double.class::cast).toList())
                    .forEach(v -> distinct.put(v, distinct.size()));
        }
        factor.values().forEach(v -> distinct.putIfAbsent(v, distinct.size()));
        return factor.numeric() && distinct.size() > most ? bins(factor.values(), most) : of(factor.values(), distinct);
    }

    private static Classes bins(List<Object> values, int most) {
        List<Object> sorted = new ArrayList<>(values);
        sorted.sort((a, b) -> Double.compare((Double) a, (Double) b));
        Map<Object, Integer> bins = new HashMap<>();
        int last = -1;
        int lastBin = -1;
        for (int i = 0; i < sorted.size(); i++) {
            int bin = (int) ((long) i * most / sorted.size());
            if (!bins.containsKey(sorted.get(i))) {
                last += bin == lastBin ? 0 : 1;
                lastBin = bin;
                bins.put(sorted.get(i), last);
            }
        }
        return new Classes(values.stream().mapToInt(bins::get).toArray(), last + 1);
    }

    private static Classes of(List<Object> values, Map<Object, Integer> classes) {
        return new Classes(values.stream().mapToInt(classes::get).toArray(), classes.size());
    }

    /** By both: a class for each combination that occurs. */
    Classes and(Classes other) {
        Map<Long, Integer> seen = new HashMap<>();
        int[] both = new int[of.length];
        for (int i = 0; i < both.length; i++) {
            long pair = (long) of[i] * other.count + other.of[i];
            both[i] = seen.computeIfAbsent(pair, p -> seen.size());
        }
        return new Classes(both, seen.size());
    }

    /** The observations of each class. */
    int[][] members() {
        int[][] members = new int[count][];
        int[] sizes = new int[count];
        for (int one : of) {
            sizes[one]++;
        }
        Arrays.setAll(members, i -> new int[sizes[i]]);
        for (int i = of.length - 1; i >= 0; i--) {
            members[of[i]][--sizes[of[i]]] = i;
        }
        return members;
    }
}
