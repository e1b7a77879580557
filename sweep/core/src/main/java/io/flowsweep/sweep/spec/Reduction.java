package io.flowsweep.sweep.spec;

import io.flowsweep.plots.statistics.Summary;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes one value of all that a run has reported under one name.
 *
 * @param kind how
 * @param last of how many of the last values a mean is; empty for all, and for every other kind
 */
public record Reduction(Kind kind, OptionalInt last) {

    /** What counts when nothing is said. */
    public static final Reduction LAST = new Reduction(Kind.LAST, OptionalInt.empty());

    private static final Pattern FORM = Pattern.compile("(last|min|max|mean)|mean\\(\\s*([1-9]\\d{0,8})\\s*\\)");

    /** How one value is made of many. */
    public enum Kind {
        /** The one that was reported last. */
        LAST,
        /** The smallest. */
        MIN,
        /** The largest. */
        MAX,
        /** The mean. */
        MEAN
    }

    /** Reads {@code last}, {@code min}, {@code max}, {@code mean} or {@code mean(5)}; empty when it is none of these. */
    public static Optional<Reduction> parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        if (matcher.group(1) == null) {
            return Optional.of(new Reduction(Kind.MEAN, OptionalInt.of(Integer.parseInt(matcher.group(2)))));
        }
        return Optional.of(new Reduction(Kind.valueOf(matcher.group(1).toUpperCase(Locale.ROOT)), OptionalInt.empty()));
    }

    /**
     * The one value. A NaN among those that count gives NaN.
     *
     * @param values in the order of reporting; at least one
     */
    public double of(List<Double> values) {
        int from = Math.max(0, values.size() - last.orElse(values.size()));
        double[] counting =
                values.subList(from, values.size()).stream().mapToDouble(v -> v).toArray();
        return switch (kind) {
            case LAST -> counting[counting.length - 1];
            case MIN -> Arrays.stream(counting).reduce(Double.POSITIVE_INFINITY, Math::min);
            case MAX -> Arrays.stream(counting).reduce(Double.NEGATIVE_INFINITY, Math::max);
            case MEAN -> Summary.of(counting).mean();
        };
    }

    /** As it is written in a sweep file: {@code mean(5)}. */
    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + (last.isPresent() ? "(" + last.getAsInt() + ")" : "");
    }
}
