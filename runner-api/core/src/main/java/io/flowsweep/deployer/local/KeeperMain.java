package io.flowsweep.deployer.local;

import io.flowsweep.store.Store;
import io.flowsweep.store.Stores;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The main class of a keeper: {@code KeeperMain STORE}. It ends when the store has one, or has had nothing to do for a while. */
public final class KeeperMain {

    /** How long a keeper without runs waits for orders, unless a scheduler may give some. */
    private static final Duration IDLE = Duration.ofSeconds(10);

    private KeeperMain() {}

    public static void main(String[] args) {
        Store store = Stores.open(URI.create(args[0]));
        boolean more = true;
        while (more) {
            Optional<StoreLock> lock = StoreLock.tryTake(store, Keeper.LOCK);
            if (lock.isEmpty()) {
                return;
            }
            more = new Keeper(store, lock.get(), IDLE).keep();
        }
        Runtime.getRuntime().halt(0); // nothing of what hosts have left may hold it up
    }
}
