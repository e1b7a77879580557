package io.flowsweep.plots.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name a user probably meant. */
public final class Suggestions {

    private static final int MOST_LISTED = 12;

    private Suggestions() {}

    /** {@code Did you mean "x"?} when one is near, else a list of what exists. */
    public static String didYouMean(String word, Collection<String> candidates) {
        return closest(word, candidates)
                .map(c -> "Did you mean \"" + c + "\"?")
                .orElseGet(() -> "There are: "
                        + String.join(
                                ", ", candidates.stream().limit(MOST_LISTED).toList())
                        + (candidates.size() > MOST_LISTED ? ", …" : ""));
    }

    /** The candidate with the fewest edits, case ignored, when they are at most a third of the longer word, or one. */
    private static Optional<String> closest(String word, Collection<String> candidates) {
        return candidates.stream()
                .filter(c -> edits(word, c) <= Math.max(1, Math.max(word.length(), c.length()) / 3))
                .min(Comparator.comparingInt((String c) -> edits(word, c)).thenComparing(Comparator.naturalOrder()));
    }

    /** Damerau's distance (1964) with swaps of neighbours (optimal string alignment), case ignored. */
    private static int edits(String first, String second) {
        String a = first.toLowerCase(Locale.ROOT);
        String b = second.toLowerCase(Locale.ROOT);
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1), d[i - 1][j - 1] + change);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
