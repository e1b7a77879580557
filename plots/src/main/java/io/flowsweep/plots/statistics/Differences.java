package io.flowsweep.plots.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

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
        return new Differences(reference, each(others, other -> Optional.of(reference)));
    }

    /**
     * What variants differ by, each from a reference of its own; all tests are corrected together.
     *
     * @param reference of a variant; one that is its own, or has none, is left out
     * @return in the order given
     */
    public static List<Difference> each(List<Repeats> variants, Function<Repeats, Optional<Repeats>> reference) {
        List<Repeats> compared = new ArrayList<>();
        List<Comparison> comparisons = new ArrayList<>();
        for (Repeats variant : variants) {
            reference.apply(variant).filter(own -> own != variant).ifPresent(own -> {
                compared.add(variant);
                comparisons.add(variant.compare(own));
            });
        }
        double[] adjusted =
                Holm.adjust(comparisons.stream().mapToDouble(Comparison::p).toArray());
        List<Difference> differences = new ArrayList<>();
        for (int i = 0; i < adjusted.length; i++) {
            differences.add(new Difference(compared.get(i), comparisons.get(i), adjusted[i]));
        }
        return differences;
    }
}
