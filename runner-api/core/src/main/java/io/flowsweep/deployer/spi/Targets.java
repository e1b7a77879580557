package io.flowsweep.deployer.spi;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.plugins.Plugins;
import io.flowsweep.store.Store;

/** Finds targets by name. */
public final class Targets {

    private static final Plugins<TargetProvider> PROVIDERS =
            Plugins.of(TargetProvider.class, "target", TargetProvider::name);

    private Targets() {}

    /** @throws InvalidInputException when there is none of this name; it lists those that exist */
    public static Target named(String name, Store store) {
        return PROVIDERS.named(name).open(store);
    }
}
