package io.flowsweep.sweep.results;

import io.flowsweep.events.RunState;
import io.flowsweep.sweep.events.SweepEvent.MetricReported;
import io.flowsweep.sweep.events.TrialId;
import java.util.Map;
import java.util.Optional;

/**
 * How one trial stands.
 *
 * @param name the variant's name
 * @param run the id of its last run; empty when it was skipped
 * @param state RUNNING while it is under way
 * @param attempts how many runs it has taken; 0 when it was reused or skipped
 * @param failure why it did not succeed
 * @param metrics by name
 * @param reported the last value that it has reported while it is under way
 * @param values path to plain value, of the axes
 * @param repeatKey what tells the repeats of one variant apart: the seed, else its number
 * @param identity what decides its result, as 64 hexadecimal digits; empty when it was skipped
 */
public record TrialRecord(
        TrialId id,
        String name,
        Optional<String> run,
        RunState state,
        int attempts,
        Optional<String> failure,
        Map<String, Double> metrics,
        Optional<MetricReported> reported,
        Map<String, Object> values,
        String repeatKey,
        String identity) {

    /** {@code cpu=2,dim=500}, or {@code cpu=2,dim=500 #3} for the fourth repeat. */
    public String label() {
        return id.repeat() == 0 ? name : name + " #" + id.repeat();
    }
}
