package io.flowsweep.sweep.events;

import io.flowsweep.events.Owner;
import io.flowsweep.events.RunState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One thing that happened in a sweep. Immutable; the order of events is the order in which the driver learned of them. */
public sealed interface SweepEvent {

    /** When the driver learned of it, by its clock. */
    Instant at();

    /**
     * A driver has taken up a sweep whose checks have passed; always the first event of a driver.
     *
     * @param sweep the sweep's id in the store
     * @param name as the sweep file gives it
     * @param file the sweep file, absolute
     * @param flow the flow's name
     * @param variants how many there are
     * @param axes what varies, in the order of the columns
     * @param details what else of a variant is a column: values of its config or parameters that charts show
     * @param metrics in the order of the columns
     * @param objective the metric that says which variant is best
     * @param executor the executor's name
     * @param parallel the most runs in flight
     * @param store where runs and journals are kept
     * @param owner the driver's process
     */
    record SweepStarted(
            Instant at,
            String sweep,
            String name,
            String file,
            String flow,
            long variants,
            List<ValueColumn> axes,
            List<ValueColumn> details,
            List<MetricColumn> metrics,
            Optional<String> objective,
            String executor,
            int parallel,
            String store,
            Owner owner)
            implements SweepEvent {}

    /**
     * A variant has a run, and its host is about to be launched: on record before that happens.
     *
     * @param variant the variant's index
     * @param name the variant's name
     * @param identity what decides its result, as 64 hexadecimal digits
     * @param run the run's id in the store
     * @param values path to plain value, of the axes and the details
     */
    record VariantStarted(
            Instant at, long variant, String name, String identity, String run, Map<String, Object> values)
            implements SweepEvent {}

    /**
     * A running variant has reported an intermediate value of one of the sweep's metrics.
     *
     * @param metric the name under which the flow reported it
     * @param step where it stands on the metric's own axis
     */
    record MetricReported(Instant at, long variant, String run, String metric, double step, double value)
            implements SweepEvent {}

    /**
     * A run has ended.
     *
     * @param state how; never RUNNING
     * @param metrics by name; a missing one has no entry
     * @param seconds from the start of the run's host to its end; 0 when no host started
     * @param failure why it did not succeed, in one line
     */
    record VariantFinished(
            Instant at,
            long variant,
            String run,
            RunState state,
            Map<String, Double> metrics,
            double seconds,
            Optional<String> failure)
            implements SweepEvent {}

    /**
     * A variant never had a run.
     *
     * @param values path to plain value, of the axes and the details
     */
    record VariantSkipped(Instant at, long variant, String name, Map<String, Object> values, String reason)
            implements SweepEvent {}

    /**
     * Something is odd and not wrong. Said once for each cause, however many variants share it.
     *
     * @param variant the first one it concerns; absent when it concerns all
     * @param message with the cure
     */
    record Warned(Instant at, Optional<Long> variant, String message) implements SweepEvent {}

    /**
     * The driver has let go of the sweep; always its last event. A driver that died leaves none.
     *
     * @param outcome how it went
     * @param reason why it ended early
     */
    record SweepFinished(Instant at, Outcome outcome, Optional<String> reason) implements SweepEvent {}

    /** How a driver's work on a sweep ended. */
    enum Outcome {
        /** Every variant has had its turn, whatever came of it. */
        COMPLETED,
        /** Somebody asked for the end. */
        CANCELLED,
        /** The driver could not go on. */
        BROKEN_OFF
    }
}
