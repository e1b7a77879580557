package io.flowsweep.source;

import io.flowsweep.dependencies.DependencyEvent;
import io.flowsweep.planner.config.ConfigSource;
import io.flowsweep.python.PythonEnvironment;
import io.flowsweep.store.Store;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * For which run a flow is asked.
 *
 * @param store where the run will be kept; code and inputs are frozen into it
 * @param inputs given to the run
 * @param sources patterns of files that go with the flow
 * @param listener is told what libraries are resolved and fetched
 * @param release the version of Java for which sources are compiled, at most this program's own
 * @param shared whether the run's hosts share this JVM; a command never does
 * @param python the Python that the run was given, when it was given one: by its {@code PATH} its processes find it anyway, and a flow
 *     that has to ask an interpreter while it is planned asks this one. It is built when it is first got, and then is there; to get it
 *     throws {@link io.flowsweep.python.UnableToBuildEnvironmentException}, which fails the run and no other
 * @param variables that the run is given; its {@code PATH} comes before that of the flow
 */
public record SourceRequest(
        Store store,
        FlowInputs inputs,
        List<String> sources,
        Consumer<DependencyEvent> listener,
        int release,
        boolean shared,
        Optional<Supplier<PythonEnvironment>> python,
        Map<String, String> variables) {

    public SourceRequest {
        variables = Map.copyOf(variables);
    }

    /** The same for another store. */
    public SourceRequest in(Store other) {
        return new SourceRequest(other, inputs, sources, listener, release, shared, python, variables);
    }

    /** The same with other configs. */
    public SourceRequest with(Map<String, ConfigSource> configs) {
        return new SourceRequest(
                store, inputs.withConfigs(configs), sources, listener, release, shared, python, variables);
    }
}
