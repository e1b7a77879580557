package io.flowsweep.source;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Suggestions;
import io.flowsweep.plan.FlowPlan;
import io.flowsweep.store.Store;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.ServiceLoader.Provider;

/** Finds the kinds of flows that are here. */
public final class FlowSources {

    private static final List<FlowSourceProvider> PROVIDERS =
            ServiceLoader.load(FlowSourceProvider.class, FlowSources.class.getClassLoader()).stream()
                    .map(Provider::get)
                    .toList();

    private FlowSources() {}

    /** The flow in a file, when a kind other than Java's knows it. */
    public static Optional<FlowSource> find(Path file) {
        return PROVIDERS.stream().flatMap(kind -> kind.find(file).stream()).findFirst();
    }

    /** See {@link FlowSourceProvider#kept}. */
    public static Optional<FlowSource> kept(Path copy, Path original) {
        return PROVIDERS.stream()
                .flatMap(kind -> kind.kept(copy, original).stream())
                .findFirst();
    }

    /**
     * What goes with a run.
     *
     * @throws InvalidInputException when the kind of its plan is not here; it lists those that are
     */
    public static CommandSession session(CommandRun run) {
        return named(run.command().kind()).session(run);
    }

    /**
     * See {@link FlowSourceProvider#bind}.
     *
     * @param kept the plan of a command
     * @throws InvalidInputException also when the kind of the plan is not here; it lists those that are
     */
    public static FlowPlan bind(FlowPlan kept, Map<String, ?> parameters, Store store) {
        return named(kept.command().orElseThrow().kind()).bind(kept, parameters, store);
    }

    private static FlowSourceProvider named(String kind) {
        List<String> kinds = PROVIDERS.stream().map(FlowSourceProvider::kind).toList();
        return PROVIDERS.stream()
                .filter(provider -> provider.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        "there is no kind of flow \"" + kind + "\"", "", Suggestions.didYouMean(kind, kinds)));
    }
}
