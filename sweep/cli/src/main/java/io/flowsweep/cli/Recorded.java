package io.flowsweep.cli;

import io.flowsweep.client.Client;
import io.flowsweep.store.StoreLocation;
import java.nio.file.Path;
import java.util.Optional;

/** Opens what is on record. */
final class Recorded {

    private Recorded() {}

    /** A client of the store that a command names, or of the nearest one. */
    static Client at(StoreInput command) {
        return Client.at(StoreLocation.find(
                Optional.ofNullable(command.store), Path.of("").toAbsolutePath()));
    }
}
