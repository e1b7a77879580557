package io.flowsweep.sweep.spec;

import io.flowsweep.sweep.space.Condition;
import java.util.Optional;

/**
 * How a sweep as a whole is run: the parts of {@code run { }} that its driver carries out.
 *
 * @param retry whether runs that failed are tried again
 * @param maxFailures how many runs may fail before the sweep ends; empty: any number
 * @param order in which trials are run
 * @param budget what a driver may spend
 * @param reuse which results on record count; empty: {@link Reuse#SAME_HOST} when a metric measures the machine, else
 *     {@link Reuse#ANYWHERE}
 * @param mode how a trial becomes a run; default {@link Mode#RUN}
 */
public record SweepPolicy(
        RetryPolicy retry,
        Optional<FailureLimit> maxFailures,
        Order order,
        Budget budget,
        Optional<Reuse> reuse,
        Mode mode) {

    public static final SweepPolicy DEFAULT = new SweepPolicy(
            RetryPolicy.NONE, Optional.empty(), Order.INTERLEAVED, Budget.UNLIMITED, Optional.empty(), Mode.RUN);

    /** How a trial becomes a run. */
    public enum Mode {
        /** The driver starts it. */
        RUN,
        /** It is deployed, triggered and awaited; see {@link DeployPolicy}. */
        DEPLOY
    }

    /** Which results on record a sweep takes for its own. */
    public enum Reuse {
        /** Those of every sweep of the store. */
        ANYWHERE,
        /** Those that were measured on this machine. */
        SAME_HOST,
        /** Those of this very sweep, with the files it has now. */
        NEVER
    }

    /**
     * The order of trials.
     *
     * @param byVariant whether all repeats of a variant come before the next variant; else every variant has its first
     *     repeat before any has its second
     * @param shuffled the seed of a shuffle of that order
     * @param priority a number for each variant, of which the largest goes first; equal ones stay in the order of the file.
     *     Never together with {@code shuffled}
     */
    public record Order(boolean byVariant, Optional<Long> shuffled, Optional<Condition> priority) {

        public static final Order INTERLEAVED = new Order(false, Optional.empty(), Optional.empty());

        /** Whether nothing can run before the number of variants is known. */
        public boolean needsCount() {
            return shuffled.isPresent() || priority.isPresent();
        }
    }
}
