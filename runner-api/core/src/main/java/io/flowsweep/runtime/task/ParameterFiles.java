package io.flowsweep.runtime.task;

import io.flowsweep.plan.FileParameters;
import io.flowsweep.store.Store;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The files of parameters, copied out of the store once for all tasks of a host, and read-only. Thread-safe. */
final class ParameterFiles {

    private final Store store;
    private final Scratch scratch;

    ParameterFiles(Store store, Scratch scratch) {
        this.store = store;
        this.scratch = scratch;
    }

    /** @param value see {@link FileParameters} */
    synchronized Path file(String parameter, Map<?, ?> value) {
        Path file = scratch.folder("parameters/" + parameter).resolve((String) value.get(FileParameters.FILE));
        if (Files.notExists(file)) {
            try (InputStream content = store.getBlob((String) value.get(FileParameters.BLOB))) {
                Files.copy(content, file);
                file.toFile().setReadOnly();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return file;
    }
}
