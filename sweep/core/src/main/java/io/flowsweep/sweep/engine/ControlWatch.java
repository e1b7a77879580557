package io.flowsweep.sweep.engine;

import io.flowsweep.store.StoreException;
import io.flowsweep.sweep.engine.journal.ControlFolder;
import io.flowsweep.sweep.engine.journal.ControlFolder.Order;
import io.flowsweep.sweep.engine.journal.DriverLock;
import io.flowsweep.sweep.engine.loop.Engine;
import io.flowsweep.threads.Ticker;

/** Passes on to an engine what its driver is told from outside, and that the sweep was taken over by another driver. */
final class ControlWatch implements AutoCloseable {

    private static final long PERIOD_MILLIS = 200;

    private final ControlFolder folder;
    private final DriverLock lock;
    private final Engine engine;
    private final Ticker ticker = new Ticker("flowsweep-control", PERIOD_MILLIS, this::look);

    ControlWatch(ControlFolder folder, DriverLock lock, Engine engine) {
        this.folder = folder;
        this.lock = lock;
        this.engine = engine;
    }

    void begin() {
        ticker.start();
    }

    private void look() {
        try {
            folder.take(lock.number(), this::obey);
            if (!lock.held()) {
                engine.leave("another driver has taken the sweep over");
                ticker.close();
            }
        } catch (StoreException e) {
            // a store that cannot be read now: the journal will tell
        }
    }

    private void obey(Order order) {
        if (order.points().isPresent()) {
            engine.add(order.points().get()); // who has sent it reads the journal
        } else {
            engine.control(order.action(), order.variant());
        }
    }

    @Override
    public void close() {
        ticker.close();
    }
}
