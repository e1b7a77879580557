package io.flowsweep.deployer.local;

import io.flowsweep.events.Owner;
import io.flowsweep.store.MarkSequence;
import io.flowsweep.store.Store;
import io.flowsweep.store.StoreLayout;
import java.util.Optional;

/**
 * The right to be the one process of its kind in a store. It ends with {@link #close}, or with its process, as far as that can be
 * told: the process of another machine is taken to live, until somebody who knows better {@linkplain #release releases} it. Who holds
 * one for long looks now and then whether he {@linkplain #isHeld still does}.
 *
 * <p><b>No race.</b> Everybody first takes a seat, a mark whose number is never given twice, and then looks at the seats of lower
 * numbers. So of two that begin at once only the one with the lower number stays. A seat that was left is not removed by who
 * left it, but says so; else the next might be given its number.
 */
public final class StoreLock implements AutoCloseable {

    private final Store store;
    private final String kind;
    private final long seat;

    private StoreLock(Store store, String kind, long seat) {
        this.store = store;
        this.kind = kind;
        this.seat = seat;
    }

    /**
     * Takes the lock unless a process that lives has it.
     *
     * @param kind what for: letters
     */
    public static Optional<StoreLock> tryTake(Store store, String kind) {
        MarkSequence seats = seats(store, kind);
        StoreLock lock = new StoreLock(store, kind, seats.append(JsonMarks.write(Owner.class, Owner.self())));
        for (long lower : seats.numbers()) {
            if (lower < lock.seat) {
                if (sitting(store, kind, lower).isPresent()) {
                    lock.close();
                    return Optional.empty();
                }
                seats.remove(lower);
                store.delete(left(kind, lower));
            }
        }
        return Optional.of(lock);
    }

    /** Who has it at this moment. */
    public static Optional<Owner> holder(Store store, String kind) {
        for (long seat : seats(store, kind).numbers()) {
            Optional<Owner> owner = sitting(store, kind, seat);
            if (owner.isPresent()) {
                return owner;
            }
        }
        return Optional.empty();
    }

    /** Takes it from whoever has it, be it a process that lives; nobody has it then. */
    public static void release(Store store, String kind) {
        for (long seat : seats(store, kind).numbers()) {
            new StoreLock(store, kind, seat).close();
        }
    }

    /** Whether this lock still counts; not when it was released, nor when the store was removed. */
    public boolean isHeld() {
        return hasSeat() && store.get(left(kind, seat)).isEmpty();
    }

    @Override
    public void close() {
        if (hasSeat()) {
            store.createExclusive(left(kind, seat), new byte[0]);
        }
    }

    private boolean hasSeat() {
        return seats(store, kind).get(seat).isPresent();
    }

    private static Optional<Owner> sitting(Store store, String kind, long seat) {
        return seats(store, kind)
                .get(seat)
                .map(mark -> JsonMarks.read(Owner.class, mark))
                .filter(owner -> store.get(left(kind, seat)).isEmpty() && owner.alive());
    }

    private static MarkSequence seats(Store store, String kind) {
        return new MarkSequence(store, StoreLayout.localTarget(kind));
    }

    private static String left(String kind, long seat) {
        return StoreLayout.localTarget(kind + "-left") + "/" + seat;
    }

    @Override
    public String toString() {
        return "StoreLock[" + kind + " " + seat + "]";
    }
}
