package io.flowsweep.sweep.spec;

import io.flowsweep.store.StoreLayout;
import io.flowsweep.sweep.variant.ValueHash;
import java.util.List;

/** A sweep is told from another in its store by its file, its name and its overrides. */
public final class SweepId {

    private SweepId() {}

    /**
     * The name with what a path does not allow replaced, and 8 hexadecimal digits of the {@link ValueHash} of file, name and
     * {@linkplain SweepSource#overrides normalised overrides}.
     */
    public static String of(SweepSpec spec) {
        String hash = ValueHash.of(
                List.of(spec.file().toString(), spec.name(), spec.source().overrides()));
        return StoreLayout.segment(spec.name()) + "-" + hash.substring(0, 8);
    }

    /** The tag that all runs of a sweep have. */
    public static String tag(String id) {
        return "sweep:" + id;
    }
}
