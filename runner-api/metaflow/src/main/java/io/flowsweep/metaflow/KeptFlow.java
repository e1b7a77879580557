package io.flowsweep.metaflow;

import io.flowsweep.codec.Json;
import io.flowsweep.codec.ValueCodec;
import io.flowsweep.metaflow.source.Declared;
import io.flowsweep.metaflow.source.DeclaredStep;
import io.flowsweep.metaflow.source.FlowFile;
import io.flowsweep.store.Store;
import io.flowsweep.store.StoreException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A flow as it was at a time: what its file says, and where in a store its files are.
 *
 * @param inputs the address of the list of its frozen files
 * @param script its file among them
 */
record KeptFlow(
        String inputs,
        String script,
        String file,
        String name,
        Optional<String> project,
        List<Declared> declared,
        List<DeclaredStep> steps,
        boolean complete) {

    static KeptFlow of(String inputs, String script, FlowFile flow) {
        return new KeptFlow(
                inputs,
                script,
                flow.file().toString(),
                flow.name(),
                flow.project(),
                flow.declared(),
                flow.steps(),
                flow.complete());
    }

    /** What its file says; the files themselves are in the store only. */
    FlowFile flow() {
        return new FlowFile(Path.of(file), name, project, declared, steps, List.of(), List.of(), complete, List.of());
    }

    /** Puts it into a blob of the store. */
    String keep(Store store) {
        return store.putBlob(Json.write(ValueCodec.encode(KeptFlow.class, this)).getBytes(StandardCharsets.UTF_8));
    }

    /** @param blob its address in the store */
    static KeptFlow read(Store store, String blob) {
        return read(store.localBlob(blob)
                .orElseThrow(() -> new StoreException("a flow is missing from the store: " + blob)));
    }

    /** @param file with the content of the blob */
    static KeptFlow read(Path file) {
        try {
            return (KeptFlow) ValueCodec.decode(KeptFlow.class, Json.parseObject(Files.readString(file)));
        } catch (IOException e) {
            throw new StoreException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }
}
