package io.flowsweep.sweep.results;

import io.flowsweep.sweep.events.TrialId;
import io.flowsweep.sweep.results.SweepSummary.FailureGroup;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Failures by their message, in the order of the first of each. Confined to one thread. */
final class FailureGroups {

    private record Failure(String name, Optional<String> run) {}

    private final Map<String, Map<TrialId, Failure>> groups = new LinkedHashMap<>();

    void add(String message, TrialId trial, String name, Optional<String> run) {
        groups.computeIfAbsent(message, first -> new LinkedHashMap<>()).put(trial, new Failure(name, run));
    }

    /** Takes one away, because its trial runs again. */
    void remove(String message, TrialId trial) {
        groups.computeIfPresent(message, (same, failures) -> {
            failures.remove(trial);
            return failures.isEmpty() ? null : failures;
        });
    }

    Collection<FailureGroup> groups() {
        return groups.entrySet().stream()
                .map(group -> group(group.getKey(), group.getValue().values()))
                .toList();
    }

    private static FailureGroup group(String message, Collection<Failure> failures) {
        Failure example = failures.iterator().next();
        return new FailureGroup(message, failures.size(), example.name(), example.run());
    }
}
