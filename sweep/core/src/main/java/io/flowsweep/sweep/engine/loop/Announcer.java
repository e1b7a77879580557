package io.flowsweep.sweep.engine.loop;

import io.flowsweep.sweep.engine.journal.Journal;
import io.flowsweep.sweep.engine.trial.VariantSource;
import io.flowsweep.sweep.events.SweepEvent;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/**
 * Puts the events of an engine on record, then tells them to its source and to its listener. How an event is announced says
 * what cannot undo it any more when the call returns. Confined to one thread.
 */
final class Announcer {

    private final Journal journal;
    private final VariantSource source;
    private final Consumer<SweepEvent> listener;

    /** @param listener must not throw */
    Announcer(Journal journal, VariantSource source, Consumer<SweepEvent> listener) {
        this.journal = journal;
        this.source = source;
        this.listener = listener;
    }

    /**
     * An event that a crash of the machine cannot undo: waits for the disk.
     *
     * @throws io.flowsweep.store.StoreException when it cannot be kept; nobody is told then
     */
    void keep(SweepEvent event) {
        await(journal.append(event));
        tell(event);
    }

    /**
     * An event that the death of this driver cannot undo. A crash of the machine may, but it ends the driver's hosts, too: so
     * a run need not wait for the disk to be started.
     *
     * @throws io.flowsweep.store.StoreException when it cannot be written; nobody is told then
     */
    void note(SweepEvent event) {
        CompletableFuture<Void> kept = journal.append(event);
        if (kept.isCompletedExceptionally()) {
            await(kept);
        }
        tell(event);
    }

    /** An event that nothing waits for: when it cannot be written, the next one that must be says so. */
    void emit(SweepEvent event) {
        journal.append(event);
        tell(event);
    }

    private void tell(SweepEvent event) {
        source.tell(event);
        listener.accept(event);
    }

    private static void await(CompletableFuture<Void> kept) {
        try {
            kept.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
