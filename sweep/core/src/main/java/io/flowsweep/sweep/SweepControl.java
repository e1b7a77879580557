package io.flowsweep.sweep;

import io.flowsweep.codec.ShellWord;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.store.Store;
import io.flowsweep.sweep.engine.frozen.AddedPoints;
import io.flowsweep.sweep.engine.journal.ControlFolder;
import io.flowsweep.sweep.engine.journal.ControlFolder.Order;
import io.flowsweep.sweep.events.ControlAction;
import io.flowsweep.sweep.override.SweepOverride;
import io.flowsweep.sweep.results.Added;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Tells the drivers of a sweep on record what to do, from any process. They obey within a moment. */
public final class SweepControl {

    /** For a driver that obeys and writes that down; it looks five times a second. */
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private static final long POLL_NANOS = 20_000_000;

    private final RecordedSweep sweep;
    private final ControlFolder folder;

    SweepControl(RecordedSweep sweep, Store store) {
        this.sweep = sweep;
        this.folder = new ControlFolder(store, sweep.id());
    }

    /** Ends the sweep, or one variant of it; returns to how many drivers that was told. */
    public int cancel(Optional<Long> variant) {
        return tell(Order.of(ControlAction.CANCEL, variant));
    }

    /** Starts no more runs until {@link #resume}; returns to how many drivers that was told. */
    public int pause() {
        return tell(Order.of(ControlAction.PAUSE, Optional.empty()));
    }

    /** Starts runs again; returns to how many drivers that was told. */
    public int resume() {
        return tell(Order.of(ControlAction.RESUME, Optional.empty()));
    }

    /** Runs a variant (again), before those that wait; returns to how many drivers that was told. */
    public int add(long variant) {
        return tell(Order.of(ControlAction.ADD, Optional.of(variant)));
    }

    /**
     * Adds variants to the sweep as it was begun, to be run before those that wait: all combinations of these values of some axes
     * with all values of the other axes, as far as the sweep does not have them. Returns when the driver has put them on record.
     *
     * @param overrides as on a command line: {@code cpu=3,4}
     * @throws InvalidInputException with all values that do not fit, with an axis whose values belong to those of others, and when
     *     nobody drives the sweep
     */
    public Added add(List<String> overrides) {
        AddedPoints found = sweep.added(SweepOverride.parseAll(overrides));
        if (!found.points().isEmpty()) {
            int driver = sweep.drivers().keySet().stream().findFirst().orElseThrow(this::undriven);
            folder.send(driver, Order.of(found.points()));
            await(found, driver);
        }
        return found.added();
    }

    private void await(AddedPoints found, int driver) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!sweep.has(found.points())) {
            if (!sweep.drivers().containsKey(driver) && !sweep.refresh() || System.nanoTime() > end) {
                throw undriven();
            }
            LockSupport.parkNanos(POLL_NANOS);
            sweep.refresh();
        }
    }

    private InvalidInputException undriven() {
        return new InvalidInputException(
                "nobody drives the sweep " + sweep.name() + " now",
                "",
                "Take it up with what is to be added: flowsweep resume " + ShellWord.of(sweep.name())
                        + " --add OVERRIDE");
    }

    private int tell(Order order) {
        sweep.drivers().keySet().forEach(driver -> folder.send(driver, order));
        return sweep.drivers().size();
    }
}
