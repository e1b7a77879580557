package io.flowsweep.metaflow.datastore;

import io.flowsweep.codec.CodecException;
import io.flowsweep.codec.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;

/** JSON files of a datastore, which Metaflow does not write atomically. */
final class DatastoreFile {

    private DatastoreFile() {}

    /** An empty object when the file is not there, or not whole yet. */
    static Map<String, Object> object(Path file) {
        try {
            return Json.parseObject(Files.readString(file));
        } catch (NoSuchFileException | CodecException e) {
            return Map.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
