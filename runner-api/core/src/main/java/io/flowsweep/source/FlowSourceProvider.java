package io.flowsweep.source;

import io.flowsweep.codec.CodecException;
import io.flowsweep.events.Artifact;
import io.flowsweep.events.PrintedLine;
import io.flowsweep.plan.CommandPlan;
import io.flowsweep.plan.FlowPlan;
import io.flowsweep.store.Store;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Makes flow sources of one kind, and what goes with their runs. Registered under {@code META-INF/services}. Thread-safe. */
public interface FlowSourceProvider {

    /** The name of the kind, in lower case; {@link io.flowsweep.plan.CommandPlan#kind} of its plans. */
    String kind();

    /**
     * The flow in a file, when it is of this kind.
     *
     * @param file absolute; need not exist
     * @throws io.flowsweep.errors.InvalidInputException when it is of this kind and cannot be a flow all the same
     */
    default Optional<FlowSource> find(Path file) {
        return Optional.empty();
    }

    /**
     * The flow whose code was kept by {@link FlowSource#keep}.
     *
     * @param copy the blob's content in a file
     * @param original by which the flow was called; files that it names are searched beside it
     */
    default Optional<FlowSource> kept(Path copy, Path original) {
        return Optional.empty();
    }

    /**
     * Takes apart a line of a run's log. By default it is as it was printed, by the run's only task if it has just one.
     *
     * @param command of the run
     */
    default PrintedLine line(CommandPlan command, String text) {
        return new PrintedLine(command.task(), false, text);
    }

    /**
     * The plain value of an artifact whose {@linkplain Artifact#codec() codec} is the name of this kind.
     *
     * @throws io.flowsweep.codec.CodecException when it cannot be had
     */
    default Object plain(Artifact artifact, Store store) {
        throw new CodecException(artifact.name(), "the kind " + kind() + " has no artifacts of its own");
    }

    /**
     * A plan that was {@linkplain FlowSource#kept kept}, with other values of some parameters; of its other parts only the command
     * may depend on them. By default parameters that it has already take plain values.
     *
     * @throws io.flowsweep.errors.InvalidInputException when one does not fit
     */
    default FlowPlan bind(FlowPlan kept, Map<String, ?> parameters, Store store) {
        return KnownParameters.bind(kept, parameters);
    }

    /** What goes with the process of one run; called once for each host of it, on the thread that will start the process. */
    CommandSession session(CommandRun run);
}
