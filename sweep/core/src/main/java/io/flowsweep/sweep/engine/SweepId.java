package io.flowsweep.sweep.engine;

import io.flowsweep.store.StoreLayout;
import io.flowsweep.sweep.space.ValueHash;
import java.nio.file.Path;
import java.util.List;

/** A sweep is told from another in its store by its file and its name. */
public final class SweepId {

    private SweepId() {}

    /**
     * The name with what a path does not allow replaced, and 8 hexadecimal digits of the {@link ValueHash} of file and name.
     *
     * @param file absolute
     */
    public static String of(Path file, String name) {
        String hash = ValueHash.of(List.of(file.toString(), name));
        return StoreLayout.segment(name) + "-" + hash.substring(0, 8);
    }
}
