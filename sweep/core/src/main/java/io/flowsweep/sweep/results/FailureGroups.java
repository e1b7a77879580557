package io.flowsweep.sweep.results;

import io.flowsweep.sweep.events.TrialId;
import io.flowsweep.sweep.results.SweepSummary.FailureGroup;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Failures whose messages are alike, see {@link MessageForm}, in the order of the first of each. Confined to one thread. */
final class FailureGroups {

    private record Failure(String message, String name, Optional<String> run) {}

    private final Map<String, Map<TrialId, Failure>> groups = new LinkedHashMap<>();

    void add(String message, TrialId trial, String name, Optional<String> run) {
        groups.computeIfAbsent(MessageForm.of(message), first -> new LinkedHashMap<>())
                .put(trial, new Failure(message, name, run));
    }

    /** Takes one away, because its trial runs again. */
    void remove(String message, TrialId trial) {
        groups.computeIfPresent(MessageForm.of(message), (alike, failures) -> {
            failures.remove(trial);
            return failures.isEmpty() ? null : failures;
        });
    }

    Collection<FailureGroup> groups() {
        return groups.values().stream().map(FailureGroups::group).toList();
    }

    private static FailureGroup group(Map<TrialId, Failure> failures) {
        Failure example = failures.values().iterator().next();
        return new FailureGroup(example.message(), failures.size(), example.name(), example.run());
    }
}
