package io.flowsweep.command;

import io.flowsweep.codec.Json;
import io.flowsweep.codec.ValueCodec;
import io.flowsweep.store.Store;
import io.flowsweep.store.StoreException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A command flow as it was at a time.
 *
 * @param inputs the address of its frozen inputs
 * @param workDirectory where it works among them
 */
record KeptCommand(CommandSpec spec, String inputs, String workDirectory) {

    /** Puts it into a blob of the store. */
    String keep(Store store) {
        return store.putBlob(
                Json.write(ValueCodec.encode(KeptCommand.class, this)).getBytes(StandardCharsets.UTF_8));
    }

    /** @param file with the content of the blob */
    static KeptCommand read(Path file) {
        try {
            return (KeptCommand) ValueCodec.decode(KeptCommand.class, Json.parseObject(Files.readString(file)));
        } catch (IOException e) {
            throw new StoreException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }
}
