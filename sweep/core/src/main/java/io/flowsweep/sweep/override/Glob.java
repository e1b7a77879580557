package io.flowsweep.sweep.override;

import java.util.List;

/**
 * Names by patterns, where {@code *} stands for any characters and {@code ?} for one.
 *
 * @param include a name must fit one of these
 * @param exclude and none of these
 */
public record Glob(List<String> include, List<String> exclude) {

    public Glob {
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
    }

    /** The names that fit, in their order. */
    public List<String> select(List<String> names) {
        return names.stream()
                .filter(name -> fits(name, include) && !fits(name, exclude))
                .toList();
    }

    private static boolean fits(String name, List<String> patterns) {
        return patterns.stream().anyMatch(pattern -> fits(name, pattern));
    }

    /** Greedy, going back to the last star only, so that no pattern takes more than length times length steps. */
    private static boolean fits(String name, String pattern) {
        int n = 0;
        int p = 0;
        int star = -1;
        int resume = 0;
        while (n < name.length()) {
            char wanted = p < pattern.length() ? pattern.charAt(p) : 0;
            if (wanted == '*') {
                star = p++;
                resume = n;
            } else if (p < pattern.length() && (wanted == '?' || wanted == name.charAt(n))) {
                p++;
                n++;
            } else if (star >= 0) {
                p = star + 1;
                n = ++resume;
            } else {
                return false;
            }
        }
        return pattern.substring(p).chars().allMatch(c -> c == '*');
    }
}
