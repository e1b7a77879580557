package io.flowsweep.source;

import io.flowsweep.codec.CodecException;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.events.Artifact;
import io.flowsweep.events.PrintedLine;
import io.flowsweep.plan.CommandPlan;
import io.flowsweep.plan.FlowPlan;
import io.flowsweep.plugins.Plugins;
import io.flowsweep.store.Store;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Finds the kinds of flows that are here. */
public final class FlowSources {

    private static final Plugins<FlowSourceProvider> KINDS =
            Plugins.of(FlowSourceProvider.class, "kind of flow", FlowSourceProvider::kind);

    private FlowSources() {}

    /** The flow in a file, when a kind other than Java's knows it. */
    public static Optional<FlowSource> find(Path file) {
        return KINDS.all().stream().flatMap(kind -> kind.find(file).stream()).findFirst();
    }

    /** See {@link FlowSourceProvider#kept}. */
    public static Optional<FlowSource> kept(Path copy, Path original) {
        return KINDS.all().stream()
                .flatMap(kind -> kind.kept(copy, original).stream())
                .findFirst();
    }

    /**
     * What goes with a run.
     *
     * @throws InvalidInputException when the kind of its plan is not here; it lists those that are
     */
    public static CommandSession session(CommandRun run) {
        return KINDS.named(run.command().kind()).session(run);
    }

    /**
     * See {@link FlowSourceProvider#bind}.
     *
     * @param kept the plan of a command
     * @throws InvalidInputException also when the kind of the plan is not here; it lists those that are
     */
    public static FlowPlan bind(FlowPlan kept, Map<String, ?> parameters, Store store) {
        return KINDS.named(kept.command().orElseThrow().kind()).bind(kept, parameters, store);
    }

    /** A line of the log of a command's run; of a kind that is not here as it was printed. */
    public static PrintedLine line(CommandPlan command, String text) {
        return KINDS.find(command.kind())
                .map(kind -> kind.line(command, text))
                .orElseGet(() -> new PrintedLine(command.task(), false, text));
    }

    /**
     * The plain value of an artifact that a kind of flow reads itself.
     *
     * @throws CodecException when it cannot be had, or the kind is not here
     */
    public static Object plain(Artifact artifact, Store store) {
        return KINDS.find(artifact.codec())
                .orElseThrow(() -> new CodecException(
                        artifact.name(),
                        "there is no kind of flow \"" + artifact.codec() + "\" here that could read it"))
                .plain(artifact, store);
    }
}
