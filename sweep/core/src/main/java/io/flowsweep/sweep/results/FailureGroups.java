package io.flowsweep.sweep.results;

import io.flowsweep.sweep.results.SweepSummary.FailureGroup;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Failures by their message, in the order of the first of each. Confined to one thread. */
final class FailureGroups {

    private final Map<String, FailureGroup> groups = new LinkedHashMap<>();

    void add(String message, String name, Optional<String> run) {
        groups.merge(
                message,
                new FailureGroup(message, 1, name, run),
                (old, one) -> new FailureGroup(message, old.count() + 1, old.example(), old.run()));
    }

    /** Takes one away, because its trial has ended otherwise since. */
    void remove(String message) {
        groups.computeIfPresent(
                message,
                (same, old) ->
                        old.count() == 1 ? null : new FailureGroup(message, old.count() - 1, old.example(), old.run()));
    }

    Collection<FailureGroup> groups() {
        return List.copyOf(groups.values());
    }
}
