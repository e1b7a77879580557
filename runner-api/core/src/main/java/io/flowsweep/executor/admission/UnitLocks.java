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
 * {@code i} of a file.
 *
 * <p>A process's locks on a file all end when it closes any channel of that file, and a process is not told that it
 * holds a lock already. So there is one instance a file for the life of the process, never closed, with a ledger of what
 * this process holds. Only {@code tryLock} is used: an interrupt of a thread blocked in {@code lock} would close the
 * channel. Not thread-safe.
 */
final class UnitLocks {

    private final FileChannel channel;
    private final int units;
    private final BitSet mine = new BitSet();

    UnitLocks(Path file, int units) throws IOException {
        this.channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        this.units = units;
    }

    /** How many units this process does not hold; others may hold them. */
    int notMine() {
        return units - mine.cardinality();
    }

    /** Takes this many units, whichever are free, or none when there are fewer. */
    Optional<List<FileLock>> take(int wanted) throws IOException {
        List<FileLock> taken = new ArrayList<>();
        int missing = wanted;
        if (missing <= notMine()) {
            int end;
            for (int start = mine.nextClearBit(0); missing > 0 && start < units; start = mine.nextClearBit(end)) {
                int used = mine.nextSetBit(start);
                end = used < 0 ? units : used;
                missing -= take(start, end, missing, taken);
            }
        }
        if (missing > 0) {
            release(taken);
            return Optional.empty();
        }
        return Optional.of(taken);
    }

    void release(List<FileLock> locks) throws IOException {
        for (FileLock lock : locks) {
            lock.release();
            mine.clear((int) lock.position(), (int) (lock.position() + lock.size()));
        }
    }

    /** Takes up to {@code missing} units of a range, by halves where it is not free as a whole; how many it took. */
    private int take(int start, int end, int missing, List<FileLock> taken) throws IOException {
        int size = end - start;
        if (size <= missing) {
            FileLock lock = channel.tryLock(start, size, false);
            if (lock != null) {
                taken.add(lock);
                mine.set(start, end);
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
