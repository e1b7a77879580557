package io.flowsweep.sweep;

import io.flowsweep.store.FileStore;
import io.flowsweep.sweep.engine.journal.Journals;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The variants that a driver runs now and that are no longer in its sweep. */
final class LeavingVariants {

    private LeavingVariants() {}

    /** Their names; empty when nobody drives the sweep. */
    static List<String> of(Sweep sweep, FileStore store) {
        Set<String> names = new LinkedHashSet<>();
        new Journals(store)
                .newestStart(sweep.id())
                .map(start -> new RecordedSweep(store, start))
                .filter(recorded -> !recorded.drivers().isEmpty())
                .ifPresent(recorded -> recorded.trials().running().forEach(trial -> names.add(trial.name())));
        sweep.plan().takeWhile(variant -> !names.isEmpty()).forEach(variant -> names.remove(variant.name()));
        return List.copyOf(names);
    }
}
