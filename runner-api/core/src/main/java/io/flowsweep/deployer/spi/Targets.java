package io.flowsweep.deployer.spi;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Suggestions;
import io.flowsweep.store.Store;
import java.util.List;
import java.util.ServiceLoader;
import java.util.ServiceLoader.Provider;

/** Finds targets by name. */
public final class Targets {

    private Targets() {}

    /** @throws InvalidInputException when there is none of this name; it lists those that exist */
    public static Target named(String name, Store store) {
        List<TargetProvider> providers =
                ServiceLoader.load(TargetProvider.class, Targets.class.getClassLoader()).stream()
                        .map(Provider::get)
                        .toList();
        return providers.stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        "there is no target \"" + name + "\"",
                        "",
                        Suggestions.didYouMean(
                                name,
                                providers.stream().map(TargetProvider::name).toList())))
                .open(store);
    }
}
