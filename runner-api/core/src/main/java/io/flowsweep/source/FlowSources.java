package io.flowsweep.source;

import io.flowsweep.codec.CodecException;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Suggestions;
import io.flowsweep.events.Artifact;
import io.flowsweep.events.PrintedLine;
import io.flowsweep.plan.CommandPlan;
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
        return known(run.command().kind()).session(run);
    }

    /**
     * See {@link FlowSourceProvider#bind}.
     *
     * @param kept the plan of a command
     * @throws InvalidInputException also when the kind of the plan is not here; it lists those that are
     */
    public static FlowPlan bind(FlowPlan kept, Map<String, ?> parameters, Store store) {
        return known(kept.command().orElseThrow().kind()).bind(kept, parameters, store);
    }

    private static FlowSourceProvider known(String kind) {
        List<String> kinds = PROVIDERS.stream().map(FlowSourceProvider::kind).toList();
        return named(kind)
                .orElseThrow(() -> new InvalidInputException(
                        "there is no kind of flow \"" + kind + "\"", "", Suggestions.didYouMean(kind, kinds)));
    }

    /** A line of the log of a command's run; of a kind that is not here as it was printed. */
    public static PrintedLine line(CommandPlan command, String text) {
        return named(command.kind())
                .map(kind -> kind.line(command, text))
                .orElseGet(() -> new PrintedLine(command.task(), false, text));
    }

    /**
     * The plain value of an artifact that a kind of flow reads itself.
     *
     * @throws CodecException when it cannot be had, or the kind is not here
     */
    public static Object plain(Artifact artifact, Store store) {
        return named(artifact.codec())
                .orElseThrow(() -> new CodecException(
                        artifact.name(),
                        "there is no kind of flow \"" + artifact.codec() + "\" here that could read it"))
                .plain(artifact, store);
    }

    private static Optional<FlowSourceProvider> named(String kind) {
        return PROVIDERS.stream()
                .filter(provider -> provider.kind().equals(kind))
                .findFirst();
    }
}
