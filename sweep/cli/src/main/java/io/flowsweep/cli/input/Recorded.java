package io.flowsweep.cli.input;

import io.flowsweep.client.Client;
import io.flowsweep.store.Store;
import io.flowsweep.store.StoreLocation;
import io.flowsweep.store.Stores;
import java.nio.file.Path;
import java.util.Optional;

/** Opens what is on record. */
public final class Recorded {

    private Recorded() {}

    /** The folder of the store that a command names, or of the nearest one. */
    public static Path folder(StoreInput command) {
        return StoreLocation.find(
                Optional.ofNullable(command.store), Path.of("").toAbsolutePath());
    }

    /** A client of that store. */
    public static Client at(StoreInput command) {
        return Client.at(folder(command));
    }

    /** That store. */
    public static Store store(StoreInput command) {
        return Stores.in(folder(command));
    }
}
