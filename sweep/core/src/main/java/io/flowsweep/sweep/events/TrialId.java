package io.flowsweep.sweep.events;

/**
 * One variant at one repeat.
 *
 * @param variant the variant's index, from 0
 * @param repeat from 0
 */
public record TrialId(long variant, int repeat) implements Comparable<TrialId> {

    /** By variant, then by repeat. */
    @Override
    public int compareTo(TrialId other) {
        int byVariant = Long.compare(variant, other.variant);
        return byVariant != 0 ? byVariant : Integer.compare(repeat, other.repeat);
    }

    /**
     * By hand, as {@link #hashCode}: what the language gives a record is linked at its first use, which takes a new JVM milliseconds.
     */
    @Override
    public boolean equals(Object other) {
        return other instanceof TrialId that && variant == that.variant && repeat == that.repeat;
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(variant) + repeat;
    }
}
