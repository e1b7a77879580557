package io.flowsweep.runtime;

import io.flowsweep.events.Artifact;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tasks that need not be carried out again, by what they are for. Each is taken once. Not thread-safe. */
final class Known {

    /**
     * @param run the run that carried it out
     * @param artifacts what it left
     */
    record Task(String run, List<Artifact> artifacts) {}

    private final Map<String, Task> tasks = new HashMap<>();
    private final Map<String, Integer> attempts = new HashMap<>();

    void put(String key, Task task) {
        tasks.put(key, task);
    }

    /** An attempt at it has been made by a host of this run that is lost. */
    void attempted(String key, int attempt) {
        attempts.merge(key, attempt + 1, Math::max);
    }

    /** How many attempts at a task have been made already. */
    int attempts(String key) {
        return attempts.getOrDefault(key, 0);
    }

    /** A retried task may have been put on record twice; the key goes with the first take. */
    Optional<Task> take(String key) {
        return Optional.ofNullable(tasks.remove(key));
    }
}
