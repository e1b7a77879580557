package io.flowsweep.cli;

import io.flowsweep.client.Client;
import io.flowsweep.store.Store;
import io.flowsweep.store.StoreLocation;
import io.flowsweep.store.Stores;
import java.nio.file.Path;
import java.util.Optional;

/** Opens what is on record. */
final class Recorded {

    private Recorded() {}

    /** The folder of the store that a command names, or of the nearest one. */
    static Path folder(StoreInput command) {
        return StoreLocation.find(
                Optional.ofNullable(command.store), Path.of("").toAbsolutePath());
    }

    /** A client of that store. */
    static Client at(StoreInput command) {
        return Client.at(folder(command));
    }

    /** That store. */
    static Store store(StoreInput command) {
        return Stores.in(folder(command));
    }
}
