package io.flowsweep.sweep.engine.result;

import io.flowsweep.client.MetricValue;
import io.flowsweep.events.RunState;
import io.flowsweep.sweep.events.FailureKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came of a run.
 *
 * @param state how it ended
 * @param metrics by name; a missing one has no entry
 * @param reported the intermediate values of the sweep's metrics, in the order of reporting
 * @param seconds from the start of the run's host to its end
 * @param failure why it did not succeed, in one line
 * @param kind what kind of failure it was; present exactly when {@code failure} is
 * @param cpus how many processors it had
 * @param memoryBytes how much memory it had; 0 when that was not bounded
 * @param warnings what is odd, one sentence each
 */
public record RunResult(
        RunState state,
        Map<String, Double> metrics,
        List<MetricValue> reported,
        double seconds,
        Optional<String> failure,
        Optional<FailureKind> kind,
        int cpus,
        long memoryBytes,
        List<String> warnings) {

    /** Whether it has values: it succeeded, or was stopped early with some. */
    public boolean hasValues() {
        return hasValues(state);
    }

    /** Whether it says nothing of the variant, as the store could not take what it did. */
    public boolean isUnkept() {
        return kind.equals(Optional.of(FailureKind.STORE));
    }

    /** Whether a run that ended so has values. */
    public static boolean hasValues(RunState state) {
        return state == RunState.SUCCEEDED || state == RunState.STOPPED;
    }

    /** A run of which nothing can be said but why. */
    public static RunResult unreadable(String why) {
        return new RunResult(
                RunState.FAILED,
                Map.of(),
                List.of(),
                0,
                Optional.of(why),
                Optional.of(FailureKind.USER),
                0,
                0,
                List.of());
    }
}
