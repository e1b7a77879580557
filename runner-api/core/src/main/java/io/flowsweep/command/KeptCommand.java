package io.flowsweep.command;

import io.flowsweep.codec.Json;
import io.flowsweep.codec.ValueCodec;
import io.flowsweep.plan.FlowPlan;
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

    /** The setting of a plan that holds the address of its command. */
    private static final String BLOB = "kept";

    /** Puts it into a blob of the store. */
    String keep(Store store) {
        return store.putBlob(
                Json.write(ValueCodec.encode(KeptCommand.class, this)).getBytes(StandardCharsets.UTF_8));
    }

    /** The plan of a command that says where it is kept. */
    static FlowPlan noted(FlowPlan plan, String blob) {
        return plan.withCommand(plan.command().orElseThrow().withSetting(BLOB, blob));
    }

    /** The command of such a plan. */
    static KeptCommand of(FlowPlan noted, Store store) {
        String blob = String.valueOf(noted.command().orElseThrow().settings().get(BLOB));
        return read(store.localBlob(blob)
                .orElseThrow(() -> new StoreException("the command of " + noted.flow() + " is missing: " + blob)));
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
