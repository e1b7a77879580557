package io.flowsweep.sweep.spec;

import java.util.Optional;

/**
 * Whether a run that failed is tried again: {@code run.retry}. It is for failures that another attempt may not meet: too
 * little memory, too little time, a lost host. A fault of the flow itself is never repeated.
 *
 * @param times how many more attempts a trial gets; 0 for none
 * @param memoryFactor by which memory grows after a run that ran out of it; more than 1
 * @param memoryMax the most memory a run is ever given, in bytes; empty: what the machine has
 * @param timeoutFactor by which the limits of time grow after a run that took too long; at least 1
 */
public record RetryPolicy(int times, double memoryFactor, Optional<Long> memoryMax, double timeoutFactor) {

    /** No further attempt; the factors that apply where only {@code times} is given are 2. */
    public static final RetryPolicy NONE = new RetryPolicy(0, 2, Optional.empty(), 2);
}
