package io.flowsweep.sweep.engine.past;

import io.flowsweep.sweep.engine.trial.Trial;
import io.flowsweep.sweep.results.Explanation;
import io.flowsweep.sweep.results.Explanation.Kind;
import java.util.List;
import java.util.Optional;

/** Explains what an index holds of a trial. */
public final class Explanations {

    private Explanations() {}

    public static Explanation of(Trial trial, List<String> identities, RunIndex index, PastResults past) {
        for (String identity : identities) {
            Optional<PastRun> found = index.find(identity, trial.key());
            if (found.isPresent()) {
                return explanation(Kind.REUSED, Optional.empty(), found.get());
            }
        }
        Optional<PastRun> before = index.named(trial.variant().name(), trial.key());
        if (before.isEmpty()) {
            return new Explanation(Kind.NEW, Optional.empty(), Optional.empty(), Optional.empty());
        }
        return identities.contains(before.get().identity())
                ? explanation(Kind.FAILED_BEFORE, before.get().failure(), before.get())
                : explanation(Kind.STALE, past.difference(trial.variant(), before.get()), before.get());
    }

    public static Explanation detached(String name, RunIndex index) {
        return index.own().values().stream()
                .filter(run -> run.name().equals(name))
                .findFirst()
                .map(run -> explanation(Kind.DETACHED, Optional.empty(), run))
                .orElse(new Explanation(Kind.DETACHED, Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private static Explanation explanation(Kind kind, Optional<String> because, PastRun run) {
        return new Explanation(
                kind, because, Optional.of(run.run()), Optional.of(run.made().name()));
    }
}
