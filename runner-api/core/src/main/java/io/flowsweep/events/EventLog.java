package io.flowsweep.events;

import io.flowsweep.store.LogSlice;
import io.flowsweep.store.Store;
import io.flowsweep.store.StoreLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * One long log in several parts, each a log of the store that is named by the position at which it begins. So positions stay what
 * they are when the oldest parts are removed, each in one act. It has one writer and any number of readers, in any process.
 */
final class EventLog {

    /** A part of this size is followed by another. */
    private static final long PART_BYTES = 4L << 20;

    /** So much is kept at most, but for the last part. */
    private static final long MOST_BYTES = 32L << 20;

    /** So much is read at a time. */
    private static final int READ_BYTES = 1 << 20;

    private final Store store;
    private final long partBytes;
    private final long mostBytes;

    EventLog(Store store) {
        this(store, PART_BYTES, MOST_BYTES);
    }

    EventLog(Store store, long partBytes, long mostBytes) {
        this.store = store;
        this.partBytes = partBytes;
        this.mostBytes = mostBytes;
    }

    /** @param end of what was written */
    void append(List<String> lines, long end) {
        NavigableSet<Long> starts = starts();
        long part = starts.isEmpty() ? end : starts.last();
        if (end - part >= partBytes) {
            store.finish(StoreLayout.eventLog(part));
            part = end;
        }
        store.append(StoreLayout.eventLog(part), lines);
    }

    /** The first lines from a position on, or from what is left behind it; at the end none, and the end as the next position. */
    LogSlice read(long from) {
        NavigableSet<Long> starts = starts();
        Long start = starts.floor(from);
        for (Long part : starts.tailSet(start == null ? from : start, true)) {
            long at = Math.max(from, part);
            LogSlice slice = store.read(StoreLayout.eventLog(part), at - part, READ_BYTES);
            if (!slice.lines().isEmpty()) {
                return new LogSlice(slice.lines(), part + slice.next());
            }
        }
        return new LogSlice(List.of(), from);
    }

    /**
     * Removes parts, the oldest first, that are too old, or more than are to be kept; never the last one.
     *
     * @param until what comes behind this position stays
     * @param isOld whether a line is so old that it may go, with all before it
     * @return whether one was removed
     */
    boolean prune(long until, Predicate<String> isOld) {
        List<Long> starts = new ArrayList<>(starts());
        for (int part = 0; part + 1 < starts.size(); part++) {
            long next = starts.get(part + 1);
            String log = StoreLayout.eventLog(starts.get(part));
            if (next > until
                    || until - next < mostBytes && last(log).filter(isOld).isEmpty()) {
                return part > 0;
            }
            store.finish(log);
            store.delete(log);
        }
        return starts.size() > 1;
    }

    private Optional<String> last(String log) {
        Optional<String> last = Optional.empty();
        LogSlice slice = store.read(log, 0, READ_BYTES);
        while (!slice.lines().isEmpty()) {
            last = Optional.of(slice.lines().get(slice.lines().size() - 1));
            slice = store.read(log, slice.next(), READ_BYTES);
        }
        return last;
    }

    private NavigableSet<Long> starts() {
        NavigableSet<Long> starts = new TreeSet<>();
        store.list(StoreLayout.EVENTS)
                .forEach(name -> StoreLayout.eventLogOf(name).ifPresent(starts::add));
        return starts;
    }
}
