package io.flowsweep.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.source.InputList.Input;
import io.flowsweep.store.Store;
import io.flowsweep.store.Stores;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputListTest {

    @TempDir
    private Path folder;

    /** Its address was another one in every JVM, so that all variants were stale whenever a sweep was run again. */
    @Test
    void equalFilesHaveOneTextInEveryJvm() throws IOException {
        Store store = Stores.in(folder.resolve("store"));
        InputList list = new InputList(Map.of("b.py", new Input("22", true), "a.py", new Input("11", false)));

        String address = list.keep(store);

        try (InputStream kept = store.getBlob(address)) {
            assertThat(new String(kept.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("{\"a.py\":{\"blob\":\"11\",\"executable\":false},"
                            + "\"b.py\":{\"blob\":\"22\",\"executable\":true}}");
        }
        assertThat(InputList.read(store, address)).isEqualTo(list);
    }
}
