package io.flowsweep.metaflow.run;

import io.flowsweep.events.Failure;
import io.flowsweep.metaflow.run.MetaflowLine.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** An attempt at a task, from its first line on. */
final class TaskAttempt {

    /** Metaflow says within it that a process has ended. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    final Place place;

    /** From 0. */
    final int number;

    private final Optional<TaskProcess> process;
    private Optional<Instant> killed = Optional.empty();

    /** Whether no line has said its end. */
    boolean open = true;

    /** Whether a line has said that it failed, which a task may print, too. */
    boolean failed;

    Optional<Failure> failure = Optional.empty();

    /** What it has told as its results. */
    final Map<String, Double> results = new LinkedHashMap<>();

    /** @param process empty when it has none of its own here */
    TaskAttempt(Place place, int number, OptionalLong process) {
        this.place = place;
        this.number = number;
        this.process = process.isPresent() ? Optional.of(new TaskProcess(process.getAsLong())) : Optional.empty();
    }

    /** Sees to it that Metaflow does not wait for what its process has left behind when that was killed. */
    void look(Instant now) {
        if (!open || process.isEmpty()) {
            return;
        }
        if (killed.isPresent() && now.isAfter(killed.get().plus(GRACE))) {
            process.get().endHeirs();
        } else if (killed.isEmpty() && process.get().isKilled()) {
            killed = Optional.of(now);
        }
    }
}
