package io.flowsweep.events;

import io.flowsweep.plan.FlowPlan;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One line of a run's logs. The first group is written by the run's owner into {@code run.jsonl}, the second by host
 * <i>n</i> alone into {@code host-n.jsonl}. A run's present state is what these say together.
 */
public sealed interface RunEvent {

    /** When it happened, by the clock of its writer. */
    Instant at();

    // --- the owner's log -------------------------------------------------------------------------------------------

    /**
     * The run is on record; always the first line.
     *
     * @param owner the process that answers for the run
     */
    record RunRequested(Instant at, String run, Owner owner, List<String> tags, RunSettings settings, FlowPlan plan)
            implements RunEvent {}

    /**
     * Another process answers for the run from here on, because the one before is gone.
     *
     * @param owner the process
     */
    record OwnerChanged(Instant at, Owner owner) implements RunEvent {}

    /**
     * A host was asked for, and is the one that counts from here on.
     *
     * @param host its number, from 1
     * @param executor the executor's name
     * @param key by which the executor finds it again
     */
    record HostRequested(Instant at, int host, String executor, String key) implements RunEvent {}

    /**
     * A host ended before its work was done, and another takes its place.
     *
     * @param failure how it ended, and with it the attempts that were under way in it
     */
    record HostLost(Instant at, int host, Failure failure) implements RunEvent {}

    /**
     * What a host took of the machine. The host says it of itself; the owner then says it of the host with all that it started.
     *
     * @param host its number
     */
    record HostUsed(Instant at, int host, ResourceUsage usage) implements RunEvent {}

    /**
     * The run has ended; nothing after it changes its state.
     *
     * @param failure why it did not succeed
     */
    record RunEnded(Instant at, RunState state, Optional<Failure> failure) implements RunEvent {}

    /** Tags were added to or removed from the run. */
    record TagsChanged(Instant at, List<String> added, List<String> removed) implements RunEvent {}

    // --- a host's log ----------------------------------------------------------------------------------------------

    /** A host has begun its work. */
    record HostStarted(Instant at, long pid, String java) implements RunEvent {}

    /**
     * An attempt at a task has begun.
     *
     * @param task unique in the run
     * @param key what the task is for: the step, and where it stands in foreaches, splits and repetitions; the same in a run
     *     that resumes this one
     * @param attempt from 0
     */
    record TaskStarted(Instant at, String task, String key, String step, int attempt) implements RunEvent {}

    /** An intermediate value. */
    record MetricReported(Instant at, String task, String metric, double step, double value) implements RunEvent {}

    /**
     * Parts of a card were added or replaced.
     *
     * @param attempt which attempt at the task the card is of
     * @param cleared whether all parts that stood on the card were removed before
     * @param parts the new ones, by name: JSON of a {@link io.flowsweep.flow.card.CardPart}. One whose name is on the card
     *     already takes its place, any other goes to the end
     */
    record CardChanged(Instant at, String task, int attempt, String card, boolean cleared, List<Artifact> parts)
            implements RunEvent {}

    /** What an attempt at a task took that was carried out in a process of its own; it goes before the attempt's end. */
    record TaskUsed(Instant at, String task, int attempt, ResourceUsage usage) implements RunEvent {}

    /** A task has succeeded: all its artifacts, those it did not change included. */
    record TaskSucceeded(Instant at, String task, String step, int attempt, List<Artifact> artifacts)
            implements RunEvent {}

    /** An attempt at a task has failed. */
    record TaskFailed(Instant at, String task, String step, int attempt, Failure failure) implements RunEvent {}

    /**
     * A task counts as succeeded without having been carried out here: its failure was caught, or it was taken over from the
     * run that this one resumes.
     *
     * @param origin the id of that run; absent when a failure was caught
     */
    record TaskSettled(
            Instant at, String task, String key, String step, List<Artifact> artifacts, Optional<String> origin)
            implements RunEvent {}

    /** The host has no more to do. */
    record HostEnded(Instant at, RunState state, Optional<Failure> failure) implements RunEvent {}
}
