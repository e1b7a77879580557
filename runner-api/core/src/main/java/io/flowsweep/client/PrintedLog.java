package io.flowsweep.client;

import io.flowsweep.client.LogPosition.Place;
import io.flowsweep.store.LogSlice;
import io.flowsweep.store.Store;
import java.util.List;

/** Reads on in one log of lines, a part at a time. */
final class PrintedLog {

    private static final int PART = 1 << 16;

    private final Store store;
    private final String name;
    private long offset;
    private long next;
    private int line;
    private List<String> part = List.of();

    PrintedLog(Store store, String name, Place from) {
        this.store = store;
        this.name = name;
        this.offset = from.offset();
        this.next = from.offset();
        if (from.lines() > 0) {
            read();
            this.line = from.lines();
        }
    }

    boolean hasNext() {
        return line < part.size() || read();
    }

    /** Only where {@link #hasNext}. */
    String next() {
        return part.get(line++);
    }

    /** Behind the last line that was read. */
    Place place() {
        return line >= part.size() ? new Place(next, 0) : new Place(offset, line);
    }

    private boolean read() {
        LogSlice slice = store.read(name, next, PART);
        offset = next;
        part = slice.lines();
        next = slice.next();
        line = 0;
        return !part.isEmpty();
    }
}
