package io.flowsweep.client;

import io.flowsweep.events.RunState;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which runs are wanted; every part must hold. Immutable.
 *
 * @param tags all of them
 * @param states one of them; empty for any
 * @param since started then or later
 * @param until started before then
 */
public record RunFilter(Set<String> tags, Set<RunState> states, Optional<Instant> since, Optional<Instant> until) {

    public RunFilter {
        tags = Set.copyOf(tags);
        states = Set.copyOf(states);
    }

    /** Lets every run pass. */
    public static RunFilter all() {
        return new RunFilter(Set.of(), Set.of(), Optional.empty(), Optional.empty());
    }

    /** With these tags besides those asked for already. */
    public RunFilter tagged(String... more) {
        Set<String> both = new LinkedHashSet<>(tags);
        both.addAll(List.of(more));
        return new RunFilter(both, states, since, until);
    }

    /** In one of these states. */
    public RunFilter in(RunState first, RunState... others) {
        return new RunFilter(tags, EnumSet.of(first, others), since, until);
    }

    /** Started at this moment or later. */
    public RunFilter since(Instant from) {
        return new RunFilter(tags, states, Optional.of(from), until);
    }

    /** Started before this moment. */
    public RunFilter until(Instant end) {
        return new RunFilter(tags, states, since, Optional.of(end));
    }

    boolean passes(Run run) {
        return run.tags().containsAll(tags)
                && (states.isEmpty() || states.contains(run.state()))
                && since.stream().noneMatch(run.createdAt()::isBefore)
                && until.stream().allMatch(run.createdAt()::isBefore);
    }
}
