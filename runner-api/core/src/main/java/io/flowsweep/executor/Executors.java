package io.flowsweep.executor;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.plugins.Plugins;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Finds executors by name; each is made once for this JVM. */
public final class Executors {

    private static final Plugins<ExecutorProvider> PROVIDERS =
            Plugins.of(ExecutorProvider.class, "executor", ExecutorProvider::name);
    private static final Map<String, Executor> MADE = new ConcurrentHashMap<>();

    private Executors() {}

    /** @throws InvalidInputException when there is none of this name; it lists those that exist */
    public static Executor named(String name) {
        return MADE.computeIfAbsent(name, key -> PROVIDERS.named(key).create());
    }

    /**
     * Whether the executor of this name bounds what a run takes of the machine.
     *
     * @throws InvalidInputException when there is none of this name
     */
    public static boolean bounds(String name) {
        return named(name).capabilities().contains(Capability.BOUNDS_RESOURCES);
    }
}
