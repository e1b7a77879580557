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

    /** An event that concerns one variant at one repeat. */
    sealed interface OfTrial extends SweepEvent {

        /** The variant's index. */
        long variant();

        /** Which of its repeats, from 0. */
        int repeat();

        default TrialId trial() {
            return new TrialId(variant(), repeat());
        }
    }

    /**
     * A driver has taken up a sweep whose checks have passed; always the first event of a driver.
     *
     * @param sweep the sweep's id in the store
     * @param name as the sweep file gives it
     * @param file the sweep file, absolute
     * @param flow the flow's name
     * @param variants how many there are, or have been found so far
     * @param open whether there may be more variants; absent when there are not
     * @param axes what varies, in the order of the columns
     * @param details what else of a variant is a column: values of its config or parameters that charts show
     * @param metrics in the order of the columns
     * @param objective the metric that says which variant is best
     * @param baseline path of an axis to plain value: variants with these are what others are compared with; absent when none
     *     is named
     * @param executor the executor's name
     * @param parallel the most runs in flight
     * @param store where runs and journals are kept
     * @param owner the driver's process
     * @param repeats how often each variant runs; at least 1
     * @param driver the driver's number, from 0
     * @param shard which part of the sweep this driver has, {@code 1/3}; absent when it has all
     * @param frozen what is run: the address in the store of file, includes and code as they were. Drivers with one of these
     *     work on the same variants; absent in journals of version 1
     * @param code the digest of the flow's source; absent in journals of version 1
     * @param views tells how its metrics are read: equal texts, equal metrics; absent in journals of version 1
     * @param found what the store held of it before; absent when nothing
     * @param seedPath where each repeat has a seed of its own, so that repeats of one number belong together; absent when repeats
     *     are equal
     */
    record SweepStarted(
            Instant at,
            String sweep,
            String name,
            String file,
            String flow,
            long variants,
            Optional<Boolean> open,
            List<ValueColumn> axes,
            List<ValueColumn> details,
            List<MetricColumn> metrics,
            Optional<String> objective,
            Optional<Map<String, Object>> baseline,
            String executor,
            int parallel,
            String store,
            Owner owner,
            int repeats,
            int driver,
            Optional<String> shard,
            Optional<String> frozen,
            Optional<String> code,
            Optional<String> views,
            Optional<Found> found,
            Optional<String> seedPath)
            implements SweepEvent {

        /** The same seen in another way. */
        public SweepStarted viewed(
                List<MetricColumn> otherMetrics,
                Optional<String> otherObjective,
                Optional<Map<String, Object>> otherBaseline,
                String otherViews) {
            return new SweepStarted(
                    at,
                    sweep,
                    name,
                    file,
                    flow,
                    variants,
                    open,
                    axes,
                    details,
                    otherMetrics,
                    otherObjective,
                    otherBaseline,
                    executor,
                    parallel,
                    store,
                    owner,
                    repeats,
                    driver,
                    shard,
                    frozen,
                    code,
                    Optional.of(otherViews),
                    found,
                    seedPath);
        }

        /** Whether repeats of one number have one seed, in each variant: then variants are compared in pairs. */
        public boolean isPaired() {
            return repeats > 1 && seedPath.isPresent();
        }

        /** How many runs the sweep has when each variant has run as often as it shall; more when it is open. */
        public long trials() {
            return Math.multiplyExact(variants, (long) repeats);
        }
    }

    /** All variants of a sweep that began without knowing how many there are have been found. */
    record VariantsCounted(Instant at, long variants) implements SweepEvent {}

    /**
     * Variants were added from outside, behind those of the sweep's space.
     *
     * @param first the index of the first of them; the others follow
     * @param points path to plain value, of one variant each; at least one
     */
    record VariantsAdded(Instant at, long first, List<Map<String, Object>> points) implements SweepEvent {

        /** One more than the index of the last of them. */
        public long end() {
            return first + points.size();
        }
    }

    /**
     * Something about a deployment that is made for the sweep: on record before it is made, and after it was deleted.
     *
     * @param deployment its name on the local target of the store
     * @param variant of which it is; absent of a flow that is deployed beside the variants
     * @param repeat the same
     * @param trigger by which its run is found, and triggered only once; absent where the other two are
     */
    record DeploymentChanged(
            Instant at,
            String deployment,
            DeploymentStep change,
            Optional<Long> variant,
            Optional<Integer> repeat,
            Optional<String> trigger)
            implements SweepEvent {}

    /** What happens to a deployment. */
    enum DeploymentStep {
        /** It is about to be made. */
        PLANNED,
        /** It is there no longer. */
        DELETED,
        /** It stays when the sweep has ended. */
        KEPT
    }

    /**
     * The machine that a driver runs its sweep on.
     *
     * @param memoryBytes all that may be leased
     * @param first what the first variant gets of it, for people; absent when it can never run, and with such an executor
     * @param limits by what runs are held to their resources, a word each; none when their executor does not do that
     */
    record MachineFound(Instant at, int cpus, long memoryBytes, Optional<String> first, List<String> limits)
            implements SweepEvent {}

    /**
     * What the sweep's file came from and what drives it.
     *
     * @param system of the driver's machine: {@code Linux 6.1 amd64}
     * @param java version of the driver's JVM
     * @param checkout the git checkout that the sweep file is in; absent when it is in none
     * @param tool the version of FlowSweep
     * @param provenance the address in the store of all that is known of where the sweep comes from; see {@code engine.frozen.Provenance}
     */
    record EnvironmentFound(
            Instant at,
            String system,
            String java,
            Optional<Checkout> checkout,
            Optional<String> tool,
            Optional<String> provenance)
            implements SweepEvent {}

    /**
     * The state of a git checkout.
     *
     * @param commit 40 hexadecimal digits
     * @param branch absent when none is checked out
     * @param changed whether a file that git knows differed from the commit
     */
    record Checkout(String commit, Optional<String> branch, boolean changed) {}

    /**
     * What the store held of a sweep when a driver began, in runs.
     *
     * @param fresh never run, or not to the end
     * @param reused succeeded before
     * @param failed failed before; such runs are not repeated without being asked for
     * @param stale ran with other code or another config
     * @param staleBecause what has changed, for people: {@code code: Digits.java}
     * @param detached ran before and are no longer in the sweep
     */
    record Found(long fresh, long reused, long failed, long stale, Optional<String> staleBecause, long detached) {}

    /**
     * A trial has a run, and its host is about to be launched: on record before that happens.
     *
     * @param name the variant's name
     * @param identity what decides its result, as 64 hexadecimal digits
     * @param run the run's id in the store
     * @param values path to plain value, of the axes and the details
     * @param attempt from 1; a later one follows a failure of a kind that is repeated
     * @param resumes the run whose finished tasks this one takes over
     * @param repeatKey what tells the repeats of one variant apart: the seed, else {@code repeat}
     */
    record VariantStarted(
            Instant at,
            long variant,
            int repeat,
            String name,
            String identity,
            String run,
            Map<String, Object> values,
            int attempt,
            Optional<String> resumes,
            String repeatKey)
            implements OfTrial {}

    /**
     * A running variant has reported an intermediate value of one of the sweep's metrics.
     *
     * @param metric the name under which the flow reported it
     * @param step where it stands on the metric's own axis
     */
    record MetricReported(Instant at, long variant, int repeat, String run, String metric, double step, double value)
            implements OfTrial {}

    /**
     * A run has ended without success, and the trial gets another one.
     *
     * @param failure why, in one line
     * @param kind what kind of failure it was
     * @param next what the next attempt gets more of, for people; absent when it gets the same
     * @param memoryBytes the memory that the trial turned out to need; absent when it failed for another reason, and in
     *     journals of earlier versions
     */
    record AttemptFailed(
            Instant at,
            long variant,
            int repeat,
            String run,
            RunState state,
            String failure,
            FailureKind kind,
            double seconds,
            Optional<String> next,
            Optional<Long> memoryBytes)
            implements OfTrial {}

    /**
     * A trial has ended.
     *
     * @param run its last run
     * @param state how; never RUNNING
     * @param metrics by name; a missing one has no entry
     * @param seconds from the start of the run's host to its end; 0 when no host started
     * @param failure why it did not succeed, in one line
     * @param kind what kind of failure it was
     * @param attempts how many runs it took; at least 1
     * @param escalated what the last of them had more of than the sweep says: {@code memory 2 GiB}
     */
    record VariantFinished(
            Instant at,
            long variant,
            int repeat,
            String run,
            RunState state,
            Map<String, Double> metrics,
            double seconds,
            Optional<String> failure,
            Optional<FailureKind> kind,
            int attempts,
            Optional<String> escalated)
            implements OfTrial {

        public VariantFinished withMetrics(Map<String, Double> others) {
            return new VariantFinished(
                    at, variant, repeat, run, state, others, seconds, failure, kind, attempts, escalated);
        }
    }

    /**
     * A trial need not run: a run of the same identity has ended before, in this sweep or in another one of the store.
     *
     * @param run that run
     * @param sweep the sweep it was made for
     * @param state SUCCEEDED or STOPPED; for a run of this sweep also FAILED or TIMED_OUT
     * @param repeatKey as in {@link VariantStarted}
     */
    record VariantReused(
            Instant at,
            long variant,
            int repeat,
            String name,
            String identity,
            String run,
            String sweep,
            Map<String, Object> values,
            RunState state,
            Map<String, Double> metrics,
            double seconds,
            Optional<String> failure,
            String repeatKey)
            implements OfTrial {

        public VariantReused withMetrics(Map<String, Double> others) {
            return new VariantReused(
                    at, variant, repeat, name, identity, run, sweep, values, state, others, seconds, failure,
                    repeatKey);
        }
    }

    /**
     * A trial never had a run.
     *
     * @param values path to plain value, of the axes and the details
     */
    record VariantSkipped(Instant at, long variant, int repeat, String name, Map<String, Object> values, String reason)
            implements OfTrial {}

    /** A run of this sweep whose variant is no longer in it. It is kept, and shown only on request. */
    record VariantDetached(
            Instant at,
            String name,
            String identity,
            int repeat,
            String run,
            Map<String, Object> values,
            RunState state,
            Map<String, Double> metrics,
            double seconds)
            implements SweepEvent {

        public VariantDetached withMetrics(Map<String, Double> others) {
            return new VariantDetached(at, name, identity, repeat, run, values, state, others, seconds);
        }
    }

    /**
     * Somebody has declared that a change of the code changes no result.
     *
     * @param code the digest of the code as it is now
     * @param before the digest of the code whose results count as its own
     */
    record CodeAccepted(Instant at, String code, String before) implements SweepEvent {}

    /**
     * The driver has been told something from outside, and has obeyed.
     *
     * @param variant the variant it is about; absent when it is about all
     */
    record Controlled(Instant at, ControlAction action, Optional<Long> variant) implements SweepEvent {}

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
     * @param left how many runs were left out; absent when that is not known
     */
    record SweepFinished(Instant at, Outcome outcome, Optional<String> reason, Optional<Long> left)
            implements SweepEvent {}

    /** How a driver's work on a sweep ended. */
    enum Outcome {
        /** Every variant has had its turn, whatever came of it. */
        COMPLETED,
        /** Somebody asked for the end. */
        CANCELLED,
        /** The time, the core-hours or the number of runs that it was given are spent. */
        BUDGET_SPENT,
        /** More variants failed than it allows. */
        TOO_MANY_FAILURES,
        /** The driver could not go on. */
        BROKEN_OFF
    }
}
