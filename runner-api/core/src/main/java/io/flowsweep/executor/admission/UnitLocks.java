package io.flowsweep.executor.admission;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Equal units of one resource, shared by processes: unit {@code i} is taken while some process holds a lock on byte
 * {@code i} of a file. Some units below the highest may not be there to be taken.
 *
 * <p>A process's locks on a file all end when it closes any channel of that file, and a process is not told that it
 * holds a lock already. So there is one instance a file for the life of the process, never closed, with a ledger of what
 * this process holds. Only {@code tryLock} is used: an interrupt of a thread blocked in {@code lock} would close the
 * channel. Not thread-safe.
 */
final class UnitLocks {

    /** Where the bytes of those who wait begin, by their tickets; no resource has so many units. */
    private static final long LINE = 1L << 32;

    private final FileChannel channel;
    private final int size;

    /** What this process cannot take: what it holds, and what is not there. */
    private final BitSet closed = new BitSet();

    private FileLock place;

    /** @param units the numbers of those that are there below the highest of them; above it all are */
    UnitLocks(Path file, List<Integer> units) throws IOException {
        this.channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        this.size = units.stream().mapToInt(unit -> unit + 1).max().orElse(0);
        closed.set(0, size);
        units.forEach(closed::clear);
    }

    /** One more than the highest number of a unit. */
    int size() {
        return size;
    }

    /** How many units below {@code within} this process does not hold; others may hold them. */
    int notMine(int within) {
        return within - closed.get(0, within).cardinality();
    }

    /** Takes this many units below {@code within}, whichever are free, or none when there are fewer. */
    Optional<List<FileLock>> take(int wanted, int within) throws IOException {
        List<FileLock> taken = new ArrayList<>();
        int missing = wanted;
        if (missing <= notMine(within)) {
            int end;
            for (int start = closed.nextClearBit(0); missing > 0 && start < within; start = closed.nextClearBit(end)) {
                int used = closed.nextSetBit(start);
                end = used < 0 ? within : Math.min(used, within);
                missing -= take(start, end, missing, taken);
            }
        }
        if (missing > 0) {
            release(taken);
            return Optional.empty();
        }
        return Optional.of(taken);
    }

    /**
     * Whether another process waits for such units with a lower ticket.
     *
     * @param ticket at least 1: the operating system takes a range of no length for one without end
     */
    boolean isWaitedFor(long ticket) throws IOException {
        FileLock nobody = channel.tryLock(LINE, Math.min(ticket, Long.MAX_VALUE - LINE), false);
        if (nobody == null) {
            return true;
        }
        nobody.release();
        return false;
    }

    /** Shows other processes that the holder of a ticket waits for such units; of this process one at a time does. */
    void standInLine(long ticket) throws IOException {
        if (place == null) {
            place = channel.tryLock(LINE + ticket, 1, false);
        }
    }

    void leaveLine() throws IOException {
        if (place != null) {
            place.release();
            place = null;
        }
    }

    void release(List<FileLock> locks) throws IOException {
        for (FileLock lock : locks) {
            lock.release();
            closed.clear((int) lock.position(), (int) (lock.position() + lock.size()));
        }
    }

    /** Takes up to {@code missing} units of a range, by halves where it is not free as a whole; how many it took. */
    private int take(int start, int end, int missing, List<FileLock> taken) throws IOException {
        int size = end - start;
        if (size <= missing) {
            FileLock lock = channel.tryLock(start, size, false);
            if (lock != null) {
                taken.add(lock);
                closed.set(start, end);
                return size;
            }
            if (size == 1) {
                return 0;
            }
        }
        int middle = start + size / 2;
        int got = take(start, middle, missing, taken);
        return got == missing ? got : got + take(middle, end, missing - got, taken);
    }
}
