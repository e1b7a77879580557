package io.flowsweep.metaflow.run;

import io.flowsweep.store.Store;
import io.flowsweep.store.StoreLayout;
import java.nio.file.Path;

/**
 * Where Metaflow keeps what belongs to our runs: below the store, so that it lives and goes with them.
 *
 * <pre>
 * metaflow/.metaflow/FLOW/…   its datastore, with the cards
 * metaflow/home/              its settings: none
 * metaflow/runs/FLOW.RUN      Metaflow's id of our run RUN
 * metaflow/copies/KEY/FLOW/…  copies of what runs with settings of their own have left elsewhere
 * </pre>
 *
 * @param folder absolute
 */
public record MetaflowHome(Path folder) {

    /** @throws IllegalArgumentException when the store is not on files */
    public static MetaflowHome of(Store store) {
        return new MetaflowHome(local(store, "metaflow/home").getParent());
    }

    private static Path local(Store store, String name) {
        return store.localLog(name)
                .orElseThrow(
                        () -> new IllegalArgumentException("Metaflow needs a store on files, but got " + store.uri()));
    }

    Path settings() {
        return folder.resolve("home");
    }

    /** That of the datastore: Metaflow writes cards there whatever it is told, and reads them where it is told. */
    Path cards() {
        return folder.resolve(".metaflow");
    }

    /** @param key of the settings */
    Path copies(String key) {
        return folder.resolve("copies").resolve(key);
    }

    /** Holds Metaflow's id of a run, once it has one. */
    static Path runId(Store store, String flow, String run) {
        return local(store, "metaflow/runs/" + StoreLayout.segment(flow) + "." + StoreLayout.segment(run));
    }
}
