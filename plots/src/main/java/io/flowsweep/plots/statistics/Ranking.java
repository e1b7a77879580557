package io.flowsweep.plots.statistics;

import io.flowsweep.plots.Goal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Variants from the best mean to the worst, and which of them the repeats cannot tell from the best.
 *
 * <p>The best is chosen and compared on the same values, which flatters it: among many variants that are all alike, one
 * seems best. The correction for many tests keeps that from counting as a difference in more than 5 % of all sweeps that
 * compare with a baseline; run the winner again with new seeds before relying on its lead.
 *
 * @param ranked the best first; never empty
 */
public record Ranking(Goal goal, List<Ranked> ranked) {

    public Ranking {
        ranked = List.copyOf(ranked);
    }

    /** Whether a variant is as good as the best. */
    public enum Standing {
        /** It is the best. */
        BEST("best"),
        /** Its repeats do not differ from those of the best beyond chance. */
        NOT_DISTINGUISHABLE("not distinguishable"),
        /** Worse beyond chance. */
        WORSE("worse"),
        /** Too few repeats of it or of the best: n = 1 says nothing of the spread. */
        UNTESTED("n = 1: no test");

        private final String words;

        Standing(String words) {
            this.words = words;
        }

        /** In words, for a cell. */
        @Override
        public String toString() {
            return words;
        }
    }

    /**
     * One variant.
     *
     * @param toBest empty for the best itself
     */
    public record Ranked(
            Repeats variant, Summary summary, Standing standing, Optional<Differences.Difference> toBest) {}

    /**
     * The variant with the best mean; of several the first.
     *
     * @throws IllegalArgumentException when there is no variant, or one has no value
     */
    public static Repeats best(List<Repeats> variants, Goal goal) {
        return variants.stream()
                .min(Comparator.comparing((Repeats v) -> Summary.of(v.toArray()).mean(), goal.bestFirst()))
                .orElseThrow(() -> new IllegalArgumentException("the best of no variants"));
    }

    /** @throws IllegalArgumentException when there is no variant, or one has no value */
    public static Ranking of(List<Repeats> variants, Goal goal) {
        if (variants.isEmpty()) {
            throw new IllegalArgumentException("a ranking needs at least one variant");
        }
        Map<Repeats, Summary> summaries = new IdentityHashMap<>();
        variants.forEach(v -> summaries.put(v, Summary.of(v.toArray())));
        List<Repeats> order = variants.stream()
                .sorted(Comparator.comparing((Repeats v) -> summaries.get(v).mean(), goal.bestFirst()))
                .toList();
        Repeats best = order.get(0);
        List<Ranked> ranked = new ArrayList<>();
        ranked.add(new Ranked(best, summaries.get(best), Standing.BEST, Optional.empty()));
        for (Differences.Difference difference : Differences.to(best, order).differences()) {
            Repeats variant = difference.variant();
            ranked.add(new Ranked(variant, summaries.get(variant), standing(difference), Optional.of(difference)));
        }
        return new Ranking(goal, ranked);
    }

    /** The best and all that cannot be told from it; those with too few repeats are not among them. */
    public List<Ranked> top() {
        return ranked.stream()
                .filter(r -> r.standing() == Standing.BEST || r.standing() == Standing.NOT_DISTINGUISHABLE)
                .toList();
    }

    private static Standing standing(Differences.Difference difference) {
        if (Double.isNaN(difference.adjustedP())) {
            return Standing.UNTESTED;
        }
        return difference.significant() ? Standing.WORSE : Standing.NOT_DISTINGUISHABLE;
    }
}
