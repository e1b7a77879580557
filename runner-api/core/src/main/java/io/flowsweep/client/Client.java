package io.flowsweep.client;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.store.FileStore;
import io.flowsweep.store.Store;
import io.flowsweep.store.StoreLayout;
import io.flowsweep.store.StoreLocation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads a store. Thread-safe. */
public final class Client {

    private static final int MOST_NAMED = 5;

    private final Store store;

    private Client(Store store) {
        this.store = store;
    }

    /** The store in a folder. */
    public static Client at(Path folder) {
        return new Client(FileStore.open(folder));
    }

    /** Reads a store that is open already. */
    public static Client of(Store store) {
        return new Client(store);
    }

    /** A flow in the store that {@code FLOWSWEEP_HOME} names, else in the nearest {@code .flowsweep} upwards. */
    public static Flow flow(String name) {
        return at(StoreLocation.find(Optional.empty(), Path.of("").toAbsolutePath()))
                .flowNamed(name);
    }

    /** A flow of this store; it need not have any runs. */
    public Flow flowNamed(String name) {
        return new Flow(store, name);
    }

    /** The flows that have runs, by name. */
    public List<Flow> flows() {
        return store.list(StoreLayout.FLOWS).stream().map(this::flowNamed).toList();
    }

    /**
     * The run with this id, of whichever flow.
     *
     * @param likely the name of the flow that is looked at first
     */
    public Optional<Run> runOf(String likely, String id) {
        return flowNamed(likely)
                .run(id)
                .or(() ->
                        flows().stream().flatMap(flow -> flow.run(id).stream()).findFirst());
    }

    /**
     * A run by {@code FLOW/ID} or its id alone; a beginning or an end of the id is enough where only one run has it.
     *
     * @throws InvalidInputException when several runs have it
     */
    public Optional<Run> run(String name) {
        int slash = name.indexOf('/');
        List<Flow> flows = slash < 0 ? flows() : List.of(flowNamed(name.substring(0, slash)));
        String id = name.substring(slash + 1);
        List<Supplier<Optional<Run>>> found = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Flow flow : flows) {
            for (String known : flow.runIds()) {
                if (known.equals(id)) {
                    return flow.run(known);
                }
                if (!id.isEmpty() && (known.startsWith(id) || known.endsWith(id))) {
                    found.add(() -> flow.run(known));
                    names.add(flow.name() + "/" + known);
                }
            }
        }
        if (found.size() > 1) {
            throw new InvalidInputException(
                    found.size() + " runs are called \"" + name + "\"",
                    store.uri().toString(),
                    "Say which: " + String.join(", ", names.subList(0, Math.min(names.size(), MOST_NAMED)))
                            + (names.size() > MOST_NAMED ? ", …" : ""));
        }
        return found.isEmpty() ? Optional.empty() : found.get(0).get();
    }

    @Override
    public String toString() {
        return "Client[" + store.uri() + "]";
    }
}
