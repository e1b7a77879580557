package io.flowsweep.client;

import io.flowsweep.store.FileStore;
import io.flowsweep.store.Store;
import io.flowsweep.store.StoreLayout;
import io.flowsweep.store.StoreLocation;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads a store. Thread-safe. */
public final class Client {

    private final Store store;

    private Client(Store store) {
        this.store = store;
    }

    /** The store in a folder. */
    public static Client at(Path folder) {
        return new Client(FileStore.open(folder));
    }

    /** Reads a store that is open already. */
    public static Client of(Store store) {
        return new Client(store);
    }

    /** A flow in the store that {@code FLOWSWEEP_HOME} names, else in the nearest {@code .flowsweep} upwards. */
    public static Flow flow(String name) {
        return at(StoreLocation.find(Optional.empty(), Path.of("").toAbsolutePath()))
                .flowNamed(name);
    }

    /** A flow of this store; it need not have any runs. */
    public Flow flowNamed(String name) {
        return new Flow(store, name);
    }

    /** The flows that have runs, by name. */
    public List<Flow> flows() {
        return store.list(StoreLayout.FLOWS).stream().map(this::flowNamed).toList();
    }

    @Override
    public String toString() {
        return "Client[" + store.uri() + "]";
    }
}
