package io.flowsweep.sweep.engine.journal;

import io.flowsweep.codec.Json;
import io.flowsweep.codec.ValueCodec;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.events.Owner;
import io.flowsweep.store.Store;
import io.flowsweep.store.StoreLayout;
import io.flowsweep.sweep.space.Shard;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * The right to drive a sweep, or a part of it, and the number that goes with it. It is a mark in the store that says who has
 * it; it ends with {@link #close}, or with its process, as far as that can be told: the process of another machine is taken to
 * live.
 *
 * <p><b>No race.</b> Everybody first sets a mark of his own, under the first free number, and then looks at those of lower
 * numbers. So of two that begin at once only the one with the lower number stays.
 */
public final class DriverLock implements AutoCloseable {

    /** What a mark says; marks of the first version say no part. */
    private record Seat(long pid, Instant started, String machine, Optional<String> shard) {

        Owner owner() {
            return new Owner(pid, started, machine);
        }

        Shard part() {
            return shard.map(Shard::parse).orElse(Shard.ALL);
        }
    }

    private final Store store;
    private final String sweep;
    private final int number;
    private final byte[] mark;

    private DriverLock(Store store, String sweep, int number, byte[] mark) {
        this.store = store;
        this.sweep = sweep;
        this.number = number;
        this.mark = mark;
    }

    /**
     * Takes a sweep, in place of drivers of this machine that have died.
     *
     * @param takeOver also in place of drivers that live, or of which nobody here can tell
     * @throws InvalidInputException when another driver has it; with that one's process, machine and start
     */
    public static DriverLock take(Store store, String sweep, Shard shard, boolean takeOver) {
        Owner self = Owner.self();
        Seat seat = new Seat(self.pid(), self.started(), self.machine(), Optional.of(shard.toString()));
        byte[] mark = Json.write(ValueCodec.encode(Seat.class, seat)).getBytes(StandardCharsets.UTF_8);
        Journals journals = new Journals(store);
        int number = journals.newestDriver(sweep).orElse(-1) + 1;
        while (!store.createExclusive(StoreLayout.driver(sweep, number), mark)) {
            number++;
        }
        DriverLock lock = new DriverLock(store, sweep, number, mark);
        for (int other : journals.seats(sweep)) {
            if (other < number) {
                lock.settle(other, shard, takeOver);
            }
        }
        return lock;
    }

    /** Who drives a sweep at this moment, as far as can be told; empty when the driver of this number does not. */
    static Optional<Owner> holder(Store store, String sweep, int driver) {
        return seat(store, sweep, driver).map(Seat::owner).filter(Owner::alive);
    }

    /** The driver's number. */
    public int number() {
        return number;
    }

    /** Whether nobody has taken the sweep over. */
    public boolean held() {
        return store.get(StoreLayout.driver(sweep, number)).isPresent();
    }

    @Override
    public void close() {
        store.delete(StoreLayout.driver(sweep, number));
    }

    private void settle(int other, Shard shard, boolean takeOver) {
        Optional<Seat> seat = seat(store, sweep, other);
        if (seat.isEmpty()) {
            return;
        }
        Owner owner = seat.get().owner();
        if (!owner.alive()) {
            store.delete(StoreLayout.driver(sweep, other));
        } else if (seat.get().part().overlaps(shard)) {
            if (!takeOver) {
                close();
                throw refused(owner);
            }
            store.delete(StoreLayout.driver(sweep, other));
        }
    }

    private InvalidInputException refused(Owner owner) {
        String cure = owner.isHere()
                ? "Look at it with `flowsweep status`, end it with `flowsweep cancel`, or take it over with --take-over"
                : "Nobody can tell from here whether that process lives. If it does not, use --take-over";
        return new InvalidInputException(
                "the sweep " + sweep + " is driven by " + owner.described(),
                store.uri().getPath(),
                cure);
    }

    private static Optional<Seat> seat(Store store, String sweep, int driver) {
        return store.get(StoreLayout.driver(sweep, driver)).map(content ->
                (Seat) ValueCodec.decode(Seat.class, Json.parseObject(new String(content, StandardCharsets.UTF_8))));
    }

    /** {@code DriverLock[matmul-1a2b3c4d 0 {…}]}. */
    @Override
    public String toString() {
        return "DriverLock[" + sweep + " " + number + " " + new String(mark, StandardCharsets.UTF_8) + "]";
    }
}
