package io.flowsweep.sweep.engine.past;

import io.flowsweep.events.RunState;
import io.flowsweep.sweep.engine.result.RunResult;
import io.flowsweep.sweep.events.SweepEvent.SweepStarted;
import io.flowsweep.sweep.events.SweepEvent.VariantFinished;
import io.flowsweep.sweep.events.SweepEvent.VariantReused;
import io.flowsweep.sweep.events.SweepEvent.VariantStarted;
import java.util.Map;
import java.util.Optional;

/**
 * A run on record that has ended.
 *
 * @param made for which sweep, by which driver
 * @param failure why it did not succeed
 */
record PastRun(
        SweepStarted made,
        String name,
        String identity,
        int repeat,
        String repeatKey,
        String run,
        Map<String, Object> values,
        RunState state,
        Map<String, Double> metrics,
        double seconds,
        Optional<String> failure) {

    static PastRun of(SweepStarted made, VariantStarted start, VariantFinished end) {
        return new PastRun(
                made,
                start.name(),
                start.identity(),
                start.repeat(),
                start.repeatKey(),
                end.run(),
                start.values(),
                end.state(),
                end.metrics(),
                end.seconds(),
                end.failure());
    }

    static PastRun of(SweepStarted made, VariantReused reused) {
        return new PastRun(
                made,
                reused.name(),
                reused.identity(),
                reused.repeat(),
                reused.repeatKey(),
                reused.run(),
                reused.values(),
                reused.state(),
                reused.metrics(),
                reused.seconds(),
                reused.failure());
    }

    PastRun withMetrics(Map<String, Double> other) {
        return new PastRun(made, name, identity, repeat, repeatKey, run, values, state, other, seconds, failure);
    }

    boolean hasValues() {
        return RunResult.hasValues(state);
    }

    /** By which the same run would be known elsewhere. */
    String key() {
        return key(identity, repeatKey);
    }

    /** The variant and the repeat as a person knows them. */
    String label() {
        return key(name, repeatKey);
    }

    static String key(String identity, String repeatKey) {
        return identity + " " + repeatKey;
    }
}
