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
}
