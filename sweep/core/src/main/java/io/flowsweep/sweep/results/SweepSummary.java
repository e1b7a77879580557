package io.flowsweep.sweep.results;

import io.flowsweep.sweep.events.SweepEvent.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How a sweep stands.
 *
 * @param name the sweep's
 * @param variants how many there are
 * @param trials how many runs there are when each variant has run as often as it shall
 * @param open whether these are only those found so far: not all points of the space have been looked at
 * @param running how many are under way
 * @param succeeded how many trials succeeded, or were stopped early with a value
 * @param reused how many of these did so before its newest driver began, or for another sweep
 * @param failed how many failed, took too long or were lost
 * @param skipped how many were never started, since they cannot run here or not as they are
 * @param terminated how many were ended on request
 * @param repeated how many runs were followed by another attempt at their trial
 * @param paused whether no more runs are started for the time being
 * @param best the best mean of the objective so far; empty without an objective with a goal, or without a value
 * @param failures why variants failed or were skipped, grouped by message, the most frequent first
 * @param pace how fast its newest driver gets on
 * @param elapsed how long drivers have worked on it: from the start of each to its end, or to its last event
 * @param outcome how it ended; empty while it goes on, and when its driver died
 * @param reason why it ended early
 */
public record SweepSummary(
        String name,
        long variants,
        long trials,
        boolean open,
        int running,
        long succeeded,
        long reused,
        long failed,
        long skipped,
        long terminated,
        long repeated,
        boolean paused,
        Optional<Best> best,
        List<FailureGroup> failures,
        Pace pace,
        Duration elapsed,
        Optional<Outcome> outcome,
        Optional<String> reason) {

    /** The best variant so far by the objective. */
    public record Best(String metric, double value, Optional<String> unit, String variant) {}

    /**
     * Variants that failed or were skipped with messages that differ at most in numbers, addresses and temporary paths.
     *
     * @param message of the first of them, as it is
     * @param count how many
     * @param example the name of the first of them
     * @param run the run of that one; empty when it was never started
     */
    public record FailureGroup(String message, long count, String example, Optional<String> run) {}

    /** How many trials have ended in whatever way. */
    public long done() {
        return succeeded + failed + skipped + terminated;
    }

    /** How many were never started or have not ended. */
    public long left() {
        return trials - done();
    }

    /** How long the rest will take, each run as long as those that its newest driver has made; empty when that cannot be told. */
    public Optional<Duration> remaining(Instant now) {
        return open ? Optional.empty() : pace.remaining(left(), now);
    }

    /** The outcome in words, {@code running} or {@code paused} while there is none. */
    public String stateText() {
        return outcome.map(o -> o.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .orElse(paused ? "paused" : "running");
    }

    /** {@code 33 of 36 variants succeeded (3 reused), 1 failed, 2 left}. */
    public String countsText() {
        return succeeded + " of " + trialsText() + (trials == variants ? " variant" : " run") + (trials == 1 ? "" : "s")
                + " succeeded"
                + (reused > 0 ? " (" + reused + " reused)" : "")
                + some(failed, "failed")
                + some(skipped, "skipped")
                + some(terminated, "ended on request")
                + some(left(), "left");
    }

    /** {@code 36}, or {@code ≥ 36}. */
    public String trialsText() {
        return (open ? "≥ " : "") + trials;
    }

    private static String some(long count, String what) {
        return count > 0 ? ", " + count + " " + what : "";
    }

    /** {@code SweepSummary[matmul completed 8/8, 1 failed]}. */
    @Override
    public String toString() {
        return "SweepSummary[" + name + " " + stateText() + " " + done() + "/" + trialsText() + some(failed, "failed")
                + "]";
    }
}
