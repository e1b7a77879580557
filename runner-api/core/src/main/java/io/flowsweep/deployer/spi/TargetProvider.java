package io.flowsweep.deployer.spi;

import io.flowsweep.store.Store;

/** Opens a target; registered under {@code META-INF/services} and used only when its name is asked for. */
public interface TargetProvider {

    /** The name, in lower case. */
    String name();

    /** The target for what is kept in a store. Called once for each store. */
    Target open(Store store);
}
