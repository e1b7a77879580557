package io.flowsweep.executor;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Suggestions;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.ServiceLoader.Provider;
import java.util.concurrent.ConcurrentHashMap;

/** Finds executors by name; each is made once for this JVM. */
public final class Executors {

    private static final Map<String, Executor> MADE = new ConcurrentHashMap<>();

    private Executors() {}

    /** @throws InvalidInputException when there is none of this name; it lists those that exist */
    public static Executor named(String name) {
        return MADE.computeIfAbsent(name, Executors::create);
    }

    private static Executor create(String name) {
        List<ExecutorProvider> providers =
                ServiceLoader.load(ExecutorProvider.class, Executors.class.getClassLoader()).stream()
                        .map(Provider::get)
                        .toList();
        return providers.stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        "there is no executor \"" + name + "\"",
                        "",
                        Suggestions.didYouMean(
                                name,
                                providers.stream().map(ExecutorProvider::name).toList())))
                .create();
    }
}
