package io.flowsweep.plugins;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Suggestions;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.ServiceLoader.Provider;
import java.util.function.Function;

/**
 * The implementations of one interface that {@link ServiceLoader} finds beside it, made once. Thread-safe.
 *
 * @param <T> the interface
 */
public final class Plugins<T> {

    private final String what;
    private final Function<T, String> nameOf;
    private final List<T> all;

    private Plugins(String what, Function<T, String> nameOf, List<T> all) {
        this.what = what;
        this.nameOf = nameOf;
        this.all = all;
    }

    /**
     * @param what messages call one of them, for instance {@code executor}
     * @param nameOf the name by which configuration asks for one
     */
    public static <T> Plugins<T> of(Class<T> type, String what, Function<T, String> nameOf) {
        List<T> found = ServiceLoader.load(type, type.getClassLoader()).stream()
                .map(Provider::get)
                .toList();
        return new Plugins<>(what, nameOf, found);
    }

    public List<T> all() {
        return all;
    }

    /** The one of this name, if it is here. */
    public Optional<T> find(String name) {
        for (T each : all) { // asked for each run
            if (nameOf.apply(each).equals(name)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** @throws InvalidInputException when there is none of this name; it lists those that exist */
    public T named(String name) {
        return find(name)
                .orElseThrow(() -> new InvalidInputException(
                        "there is no " + what + " \"" + name + "\"",
                        "",
                        Suggestions.didYouMean(name, all.stream().map(nameOf).toList())));
    }
}
