package io.flowsweep.executor.admission;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The place of this process among the processes that wait. There is a line for each kind of unit, and tickets are numbered
 * through for all lines: who waits for one kind holds up nobody who needs others, and no two wait for each other. A place is a
 * lock, so it ends with its process. Used behind the gate; not thread-safe.
 */
final class WaitingLine {

    /** Of who has not waited yet: all others come first. */
    private static final long NONE = Long.MAX_VALUE;

    private final File counter;
    private final boolean waits;
    private final List<UnitLocks> kinds = new ArrayList<>();
    private long ticket = NONE;

    private WaitingLine(File counter, boolean waits) {
        this.counter = counter;
        this.waits = waits;
    }

    /** For one who waits, if need be. */
    static WaitingLine in(Path folder) {
        return new WaitingLine(folder.resolve("tickets").toFile(), true);
    }

    /** For one who lets all others go first and never waits. */
    static WaitingLine none() {
        return new WaitingLine(null, false);
    }

    long ticket() {
        return ticket;
    }

    /** The first time, with the next ticket. */
    void waitFor(UnitLocks kind) throws IOException {
        if (waits) {
            if (ticket == NONE) {
                ticket = nextTicket();
            }
            kind.standInLine(ticket);
            kinds.add(kind);
        }
    }

    boolean isWaiting() {
        return !kinds.isEmpty();
    }

    void leave() throws IOException {
        for (UnitLocks kind : kinds) {
            kind.leaveLine();
        }
        kinds.clear();
        ticket = NONE;
    }

    /** From 1 on. */
    private long nextTicket() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(counter, "rw")) {
            ByteBuffer number = ByteBuffer.allocate(Long.BYTES);
            long next = file.read(number.array()) < Long.BYTES ? 1 : number.getLong(0) + 1;
            file.seek(0);
            file.write(number.putLong(0, next).array());
            return next;
        }
    }
}
