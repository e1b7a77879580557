package io.flowsweep.dependencies;

import io.flowsweep.codec.CodecException;
import io.flowsweep.codec.Json;
import io.flowsweep.codec.ValueCodec;
import io.flowsweep.plan.DependencyPlan;
import io.flowsweep.plan.DependencyPlan.LockedJar;
import io.flowsweep.store.Store;
import io.flowsweep.store.StoreLayout;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The lock of a set as it is kept in the store, for all runs and sweeps there: {@code locks/KEY}.
 *
 * @param at when the jars were resolved and checked
 * @param packages what was asked for, for whoever reads the file
 */
record LockMark(Instant at, List<String> packages, List<LockedJar> jars) {

    /** What is kept of a set; empty when there is nothing that can be read. */
    static Optional<LockMark> read(DependencyPlan set, Store store) {
        return store.get(StoreLayout.lock(set.key())).flatMap(content -> {
            try {
                String json = new String(content, StandardCharsets.UTF_8);
                return Optional.of(ValueCodec.decode(LockMark.class, Json.parse(json)));
            } catch (CodecException | IllegalArgumentException e) {
                return Optional.empty();
            }
        });
    }

    /** Keeps it for a set, in the place of what was kept. */
    void keep(DependencyPlan set, Store store) {
        String name = StoreLayout.lock(set.key());
        byte[] content = Json.write(ValueCodec.encode(LockMark.class, this)).getBytes(StandardCharsets.UTF_8);
        if (!store.createExclusive(name, content)) {
            store.delete(name);
            store.createExclusive(name, content);
        }
    }
}
