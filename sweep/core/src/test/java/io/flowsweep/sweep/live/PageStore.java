package io.flowsweep.sweep.live;

import io.flowsweep.store.FileStore;
import io.flowsweep.store.StoreLayout;
import io.flowsweep.sweep.RecordedSweep;
import io.flowsweep.sweep.engine.journal.Journal;
import io.flowsweep.sweep.events.Samples;
import io.flowsweep.sweep.events.SweepEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A store with the journal of one sweep, see {@link Samples}, which may go on. */
final class PageStore implements AutoCloseable {

    private final Path folder;
    private final Journal journal;

    PageStore(Path folder, SweepEvent... events) {
        this.folder = folder;
        this.journal = new Journal(
                FileStore.open(folder), StoreLayout.journal(Samples.started(1).sweep(), 0));
        add(events);
    }

    void add(SweepEvent... events) {
        List.of(events).forEach(journal::append);
    }

    RecordedSweep sweep() {
        return RecordedSweep.of(Optional.of(folder), "");
    }

    @Override
    public void close() {
        journal.close();
    }
}
