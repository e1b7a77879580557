package io.flowsweep.sweep.archive;

import io.flowsweep.store.Store;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What an archive takes as it is in the store. */
record WholeContents(Store store) implements Contents {

    @Override
    public Optional<InputStream> log(String name) throws IOException {
        Optional<Path> file = store.localLog(name).filter(Files::isRegularFile);
        return file.isEmpty() ? Optional.empty() : Optional.of(Files.newInputStream(file.get()));
    }

    @Override
    public Optional<InputStream> blob(String address) {
        return store.localBlob(address).isEmpty() ? Optional.empty() : Optional.of(store.getBlob(address));
    }
}
