package io.flowsweep.client;

import io.flowsweep.events.Failure;
import io.flowsweep.events.ResourceUsage;
import io.flowsweep.events.RunState;
import io.flowsweep.runtime.artifact.ArtifactCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One execution of a step. */
public final class Task {

    private final RunRecord run;
    private final TaskRecord task;

    Task(RunRecord run, TaskRecord task) {
        this.run = run;
        this.task = task;
    }

    /** Its id in the run, for instance {@code train-3}. */
    public String id() {
        return task.id;
    }

    public String step() {
        return task.step;
    }

    /** The step it carried out, of its run. */
    public Step parent() {
        return new Step(run, step());
    }

    /** RUNNING, SUCCEEDED or FAILED; a task that was cut short shares the fate of its run. */
    public RunState state() {
        if (task.ended == null) {
            return run.state();
        }
        return task.failure == null ? RunState.SUCCEEDED : RunState.FAILED;
    }

    /** Which attempt its state is of, from 0. */
    public int attempt() {
        return task.attempt;
    }

    /** How each failed attempt failed, in order. */
    public List<Failure> failures() {
        return List.copyOf(task.failures);
    }

    /** The id of the run that carried it out, when this run took it over from there. */
    public Optional<String> origin() {
        return task.origin;
    }

    /** What it is for: the same in a run that resumes this one, and no other task's in its run. */
    public String key() {
        return task.key == null ? id() : task.key;
    }

    /** How its last attempt failed; empty unless its {@link #state} is FAILED. */
    public Optional<Failure> failure() {
        return Optional.ofNullable(task.failure);
    }

    /** When its first attempt began. */
    public Instant startedAt() {
        return task.started;
    }

    /** Empty while it has not ended. */
    public Optional<Duration> duration() {
        return Optional.ofNullable(task.ended).map(end -> Duration.between(task.started, end));
    }

    /**
     * What all its attempts took of the machine that had a process of their own; empty when none had: then what the task took is
     * part of {@link Run#usage()}.
     */
    public Optional<ResourceUsage> usage() {
        return task.usage;
    }

    /** What it left, the artifacts it did not change included; none before it has succeeded. */
    public Artifacts data() {
        return new Artifacts(run.store(), task.artifacts);
    }

    /** What all its attempts have reported so far, in the order of reporting. */
    public List<MetricValue> metrics() {
        return List.copyOf(task.metrics);
    }

    /**
     * What all its attempts have printed so far, read a part at a time; nothing of a task taken over from another run, whose
     * log has it.
     */
    public Stream<LogLine> printed() {
        return new Run(run).printed().filter(line -> line.task().equals(Optional.of(id())));
    }

    /** What it has printed to standard output so far. */
    public List<String> stdout() {
        return texts(false);
    }

    /** What it has printed to standard error so far. */
    public List<String> stderr() {
        return texts(true);
    }

    private List<String> texts(boolean error) {
        return printed()
                .filter(line -> line.error() == error)
                .map(LogLine::text)
                .toList();
    }

    /**
     * What stands on its cards, those of its last attempt, in the order in which they came to be. The cards of a task that was
     * taken over are those of the run that carried it out.
     */
    public List<TaskCard> cards() {
        if (task.cards.isEmpty()) {
            return run.original(task).map(Task::cards).orElse(List.of());
        }
        ArtifactCodec codec = new ArtifactCodec(run.store());
        List<MetricValue> metrics = task.metrics.subList(task.metricsOfEarlierAttempts, task.metrics.size());
        return task.cards.values().stream()
                .map(card -> new TaskCard(this, card, codec, metrics))
                .toList();
    }

    /**
     * The card with this id; that of {@code current().card()} is {@value io.flowsweep.flow.card.Card#DEFAULT}. Empty as long
     * as nothing has been put on it.
     */
    public Optional<TaskCard> card(String id) {
        return cards().stream().filter(card -> card.id().equals(id)).findFirst();
    }

    @Override
    public String toString() {
        return "Task[" + id() + " " + state() + "]";
    }
}
