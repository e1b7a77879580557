package io.flowsweep.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowsweep.errors.InvalidInputException;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoresTest {

    @Test
    void opensAFolderWithAnyCharacters(@TempDir Path temporary) {
        Path folder = temporary.resolve("a b #é%");
        assertThat(((FileStore) Stores.open(FileStore.open(folder).uri())).folder())
                .isEqualTo(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3://bucket/x", "store", "file:relative", "file://host/x"})
    void refusesOtherAddressesAndSaysWhatExists(String uri) {
        assertThatThrownBy(() -> Stores.open(URI.create(uri)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(uri)
                .hasMessageContaining("There are: file");
    }
}
