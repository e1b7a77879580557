package io.flowsweep.sweep.engine.past;

import io.flowsweep.sweep.engine.journal.Journals;
import io.flowsweep.sweep.events.SweepEvent.SweepStarted;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The runs of a store that a sweep may reuse, by what decides their results; and those that were made for the sweep itself, by
 * their names. Only journals are read, and of those of other sweeps only such as ran the same code.
 */
public final class RunIndex {

    private final Set<String> codes;
    private final Map<String, PastRun> byKey = new HashMap<>();
    private final Map<String, PastRun> own = new LinkedHashMap<>();

    private RunIndex(Set<String> codes) {
        this.codes = codes;
    }

    public static RunIndex empty() {
        return new RunIndex(Set.of());
    }

    /**
     * @param codes the digests of the code whose results count
     * @param others whether the results of a driver of another sweep, or on another machine, count
     */
    public static RunIndex read(Journals journals, String sweepId, Set<String> codes, Predicate<SweepStarted> others) {
        RunIndex index = new RunIndex(codes);
        for (String sweep : journals.sweeps()) {
            boolean isOwn = sweep.equals(sweepId);
            for (int driver : journals.drivers(sweep)) {
                Optional<SweepStarted> start = journals.start(sweep, driver);
                boolean counts = start.filter(others)
                        .flatMap(SweepStarted::code)
                        .filter(codes::contains)
                        .isPresent();
                if (isOwn || counts) {
                    JournalReader reader = new JournalReader();
                    journals.read(sweep, driver, reader::accept);
                    reader.ended().values().forEach(run -> index.add(run, isOwn, counts));
                }
            }
        }
        return index;
    }

    /** The digests of the code whose results count. */
    public Set<String> codes() {
        return codes;
    }

    /** A run with values of this identity and repeat. */
    Optional<PastRun> find(String identity, String repeatKey) {
        return Optional.ofNullable(byKey.get(PastRun.key(identity, repeatKey)));
    }

    /** The last run that was made for a variant of this name in this sweep, whatever it had been given. */
    Optional<PastRun> named(String name, String repeatKey) {
        return Optional.ofNullable(own.get(PastRun.key(name, repeatKey)));
    }

    /** The last run of each variant that this sweep ever had, by {@link PastRun#label}. */
    Map<String, PastRun> own() {
        return own;
    }

    Collection<PastRun> reusable() {
        return byKey.values();
    }

    private void add(PastRun run, boolean isOwn, boolean counts) {
        if (isOwn) {
            own.put(run.label(), run);
        }
        if (counts && run.hasValues()) {
            byKey.put(run.key(), run);
        }
    }
}
