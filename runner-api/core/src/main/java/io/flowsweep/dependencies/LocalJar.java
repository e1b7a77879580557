package io.flowsweep.dependencies;

import io.flowsweep.plan.DependencyPlan.LockedJar;
import io.flowsweep.store.Store;

/** A jar that is in no repository: its content is kept in the store, so that a later change of the file does not matter. */
final class LocalJar {

    private LocalJar() {}

    static LockedJar keep(String name, byte[] content, Store store) {
        String address = store.putBlob(content);
        return new LockedJar(name, address, content.length, "", "blob:" + address);
    }
}
