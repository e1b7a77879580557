package io.flowsweep.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SegmentStoreTest extends StoreContract {

    @Override
    Store open(Path folder) {
        return new SegmentStore(folder);
    }

    @Override
    void tear(Path folder, String log, String half) throws IOException {
        Path place = folder.resolve(log).getParent();
        Files.createDirectories(place);
        Files.writeString(place.resolve(".draft-of-a-dead-writer"), half);
    }

    @Test
    void hasNoLocalFiles() {
        assertThat(store.localLog(LOG)).isEmpty();
        assertThat(store.localBlob(store.putBlob(new byte[] {1}))).isEmpty();
    }
}
