package io.flowsweep.sweep.results;

import io.flowsweep.sweep.events.SweepEvent.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How a sweep stands.
 *
 * @param name the sweep's
 * @param variants how many there are
 * @param running how many are under way
 * @param succeeded how many runs succeeded, or were stopped early with a value
 * @param failed how many failed, took too long or were lost, or could not be started
 * @param terminated how many were ended on request
 * @param best the best value of the objective so far; empty without an objective with a goal, or without a value
 * @param failures why variants failed, grouped by message, the most frequent first
 * @param elapsed from the sweep's start to its end, or to its last event
 * @param outcome how it ended; empty while it goes on, and when its driver died
 * @param reason why it ended early
 */
public record SweepSummary(
        String name,
        long variants,
        int running,
        long succeeded,
        long failed,
        long terminated,
        Optional<Best> best,
        List<FailureGroup> failures,
        Duration elapsed,
        Optional<Outcome> outcome,
        Optional<String> reason) {

    /** The best variant so far by the objective. */
    public record Best(String metric, double value, Optional<String> unit, String variant) {}

    /**
     * Variants that failed with one message.
     *
     * @param count how many
     * @param example the first of them
     * @param run the run of that one; empty when it was never started
     */
    public record FailureGroup(String message, long count, String example, Optional<String> run) {}

    /** How many variants have ended in whatever way. */
    public long done() {
        return succeeded + failed + terminated;
    }

    /** How many were never started or have not ended. */
    public long left() {
        return variants - done();
    }

    /** The outcome in words, {@code running} while there is none. */
    public String stateText() {
        return outcome.map(o -> o.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .orElse("running");
    }

    /** {@code SweepSummary[matmul completed 8/8, 1 failed]}. */
    @Override
    public String toString() {
        return "SweepSummary[" + name + " " + stateText() + " " + done() + "/" + variants
                + (failed > 0 ? ", " + failed + " failed" : "") + "]";
    }
}
