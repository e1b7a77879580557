package io.flowsweep.sweep.spec;

/**
 * How many failed runs a sweep puts up with: {@code run.max_failures = 10}, or {@code 10%} of all its runs.
 *
 * @param count at least 0
 * @param percent whether {@code count} is in hundredths of all runs
 */
public record FailureLimit(double count, boolean percent) {

    /** The first failure ends the sweep. */
    public static final FailureLimit NONE = new FailureLimit(0, false);

    /** Whether so many are too many. */
    public boolean isExceeded(long failed, long runs) {
        return failed > (percent ? count / 100 * runs : count);
    }

    /** As it is written in the file. */
    @Override
    public String toString() {
        String number = count == Math.rint(count) ? Long.toString((long) count) : Double.toString(count);
        return percent ? number + "%" : number;
    }
}
