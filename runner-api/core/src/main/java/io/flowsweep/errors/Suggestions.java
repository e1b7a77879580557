package io.flowsweep.errors;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name a user probably meant. */
public final class Suggestions {

    private Suggestions() {}

    /**
     * The candidate nearest to {@code word} by edit distance, ignoring case, when it is near enough to be a slip: at most
     * a third of the longer word's length, and at least one edit is always allowed.
     */
    public static Optional<String> closest(String word, Collection<String> candidates) {
        String wanted = word.toLowerCase(Locale.ROOT);
        return candidates.stream()
                .filter(c -> distance(wanted, c.toLowerCase(Locale.ROOT))
                        <= Math.max(1, Math.max(word.length(), c.length()) / 3))
                .min(Comparator.comparingInt((String c) -> distance(wanted, c.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** {@code Did you mean "x"?}, or a list of what exists, or an empty string when there are no candidates. */
    public static String didYouMean(String word, Collection<String> candidates) {
        if (candidates.isEmpty()) {
            return "";
        }
        return closest(word, candidates)
                .map(c -> "Did you mean \"" + c + "\"?")
                .orElseGet(() -> "There are: "
                        + String.join(
                                ", ", candidates.stream().sorted().limit(12).toList())
                        + (candidates.size() > 12 ? ", …" : ""));
    }

    /** Damerau–Levenshtein distance with adjacent transpositions (optimal string alignment; Damerau, 1964). */
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            d[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            d[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
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
