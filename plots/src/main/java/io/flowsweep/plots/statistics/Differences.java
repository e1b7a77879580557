package io.flowsweep.plots.statistics;

import java.util.ArrayList;
import java.util.List;

/**
 * What variants differ by from one of them, with the p-values of all those tests corrected together.
 *
 * @param reference what the others are compared to: the baseline, or the best
 * @param differences one for each other variant, in the order given
 */
public record Differences(Repeats reference, List<Difference> differences) {

    /** An adjusted p below it is called significant. */
    public static final double SIGNIFICANT = 0.05;

    public Differences {
        differences = List.copyOf(differences);
    }

    /**
     * One of them.
     *
     * @param comparison of the variant less the reference
     * @param adjustedP its {@link Comparison#p} by {@link Holm}; NaN when there are too few repeats for a test
     */
    public record Difference(Repeats variant, Comparison comparison, double adjustedP) {

        /** Whether there is a difference beyond chance. False too when there are too few repeats to tell. */
        public boolean significant() {
            return adjustedP < SIGNIFICANT;
        }
    }

    /**
     * @param others each has at least one value; the reference itself among them is left out
     * @throws IllegalArgumentException when one has no value
     */
    public static Differences to(Repeats reference, List<Repeats> others) {
        List<Repeats> compared = others.stream().filter(o -> o != reference).toList();
        List<Comparison> comparisons =
                compared.stream().map(o -> o.compare(reference)).toList();
        double[] adjusted =
                Holm.adjust(comparisons.stream().mapToDouble(Comparison::p).toArray());
        List<Difference> differences = new ArrayList<>();
        for (int i = 0; i < adjusted.length; i++) {
            differences.add(new Difference(compared.get(i), comparisons.get(i), adjusted[i]));
        }
        return new Differences(reference, differences);
    }
}
