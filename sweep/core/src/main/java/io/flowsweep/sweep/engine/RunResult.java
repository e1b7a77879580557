package io.flowsweep.sweep.engine;

import io.flowsweep.client.MetricValue;
import io.flowsweep.events.RunState;
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
 * @param warnings what is odd, one sentence each
 */
record RunResult(
        RunState state,
        Map<String, Double> metrics,
        List<MetricValue> reported,
        double seconds,
        Optional<String> failure,
        List<String> warnings) {}
