package io.flowsweep.sweep.results;

import java.util.Optional;

/**
 * Why a variant would be run, or not, if its sweep were run now.
 *
 * @param kind what is on record of it
 * @param because what has changed, or how it failed
 * @param run the run on record
 * @param sweep the sweep that the run was made for
 */
public record Explanation(Kind kind, Optional<String> because, Optional<String> run, Optional<String> sweep) {

    /** What is on record of a variant. */
    public enum Kind {
        /** Nothing: it would run. */
        NEW,
        /** A run with values: it would not run. */
        REUSED,
        /** A run that failed: it would not run unless it is retried. */
        FAILED_BEFORE,
        /** A run of other code or another config: it would run. */
        STALE,
        /** It is no longer in the sweep. */
        DETACHED
    }

    /** As a sentence without its subject, the variant. */
    public String text() {
        String which = run.map(id -> " (run " + id + sweep.map(s -> " of " + s).orElse("") + ")")
                .orElse("");
        return switch (kind) {
            case NEW -> "would run: there is no run of it on record";
            case REUSED -> "would not run: its result is on record" + which;
            case FAILED_BEFORE ->
                "would not run: it failed before" + which
                        + because.map(why -> ": " + why).orElse("");
            case STALE -> "would run again: " + because.orElse("something of it has changed") + which;
            case DETACHED -> "would not run: it is no longer in the sweep" + which;
        };
    }
}
