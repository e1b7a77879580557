package io.flowsweep.sweep.engine.journal;

import io.flowsweep.store.LogSlice;
import io.flowsweep.store.Store;
import io.flowsweep.sweep.events.SweepEvent;
import io.flowsweep.sweep.events.SweepEvent.SweepFinished;
import io.flowsweep.sweep.events.SweepEvents;
import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The events of one journal from its first on, each read when it is asked for: none is held in memory, however long the
 * sweep. Waits for more until the journal's driver has ended. Confined to one thread.
 */
public final class JournalStream extends Spliterators.AbstractSpliterator<SweepEvent> {

    private static final int PART = 1 << 16;
    private static final long PERIOD_MILLIS = 25;

    private final Store store;
    private final String log;
    private final CompletableFuture<SweepFinished> end;
    private Iterator<String> lines = Collections.emptyIterator();
    private long position;
    private boolean over;

    private JournalStream(Store store, String log, CompletableFuture<SweepFinished> end) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE);
        this.store = store;
        this.log = log;
        this.end = end;
    }

    /**
     * @param log the journal's name in the store
     * @param end completes, also exceptionally, when nothing more will be written to it
     */
    public static Stream<SweepEvent> of(Store store, String log, CompletableFuture<SweepFinished> end) {
        return StreamSupport.stream(new JournalStream(store, log, end), false);
    }

    @Override
    public boolean tryAdvance(Consumer<? super SweepEvent> action) {
        Optional<SweepEvent> event = next();
        event.ifPresent(action);
        return event.isPresent();
    }

    private Optional<SweepEvent> next() {
        while (!over) {
            if (lines.hasNext()) {
                Optional<SweepEvent> event = SweepEvents.parse(lines.next());
                over = event.filter(SweepFinished.class::isInstance).isPresent();
                if (event.isPresent()) {
                    return event;
                }
            } else {
                boolean ended = end.isDone(); // asked before reading, so that the last line is not missed
                LogSlice slice = store.read(log, position, PART);
                position = slice.next();
                lines = slice.lines().iterator();
                if (!lines.hasNext() && ended) {
                    over = true;
                    return Optional.of(last());
                }
                over = !lines.hasNext() && !await();
            }
        }
        return Optional.empty();
    }

    /** The last event, which is not in the journal: there was no room for it. */
    private SweepEvent last() {
        try {
            return end.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** Whether to go on: not when somebody has interrupted this thread. */
    private boolean await() {
        try {
            end.get(PERIOD_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return true; // the end is looked at before the next read
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        return true;
    }
}
