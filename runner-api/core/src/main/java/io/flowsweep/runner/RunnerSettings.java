package io.flowsweep.runner;

import io.flowsweep.dependencies.DependencyEvent;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.events.RunSettings;
import io.flowsweep.plan.FlowMutator;
import io.flowsweep.planner.config.ConfigSource;
import io.flowsweep.python.PythonEnvironments;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What a {@link Runner} was told. Changed only while the runner that holds it is being made. */
final class RunnerSettings {

    final Map<String, ConfigSource> configs;
    final Map<String, Object> parameters;
    final List<String> tags;
    final List<FlowMutator> mutators;
    List<String> sources = List.of();
    Consumer<DependencyEvent> listener = System.err::println;
    Map<String, String> environment = Map.of();
    Map<String, Object> names = Map.of();
    Optional<String> branch = Optional.empty();
    String executor = "process";
    Optional<Path> store = Optional.empty();
    Optional<Duration> timeout = Optional.empty();
    boolean exclusive;
    boolean oversubscribe;
    RunSettings run = RunSettings.defaults();
    HostSurroundings surroundings = HostSurroundings.NONE;

    /** One for a runner and all that are made of it, so that what cannot be built is tried once. */
    final PythonEnvironments pythons;

    RunnerSettings() {
        configs = new HashMap<>();
        parameters = new HashMap<>();
        tags = new ArrayList<>();
        mutators = new ArrayList<>();
        pythons = PythonEnvironments.ofThisUser();
    }

    RunnerSettings(RunnerSettings other) {
        configs = new HashMap<>(other.configs);
        parameters = new HashMap<>(other.parameters);
        tags = new ArrayList<>(other.tags);
        mutators = new ArrayList<>(other.mutators);
        pythons = other.pythons;
        sources = other.sources;
        listener = other.listener;
        environment = other.environment;
        names = other.names;
        branch = other.branch;
        executor = other.executor;
        store = other.store;
        timeout = other.timeout;
        exclusive = other.exclusive;
        oversubscribe = other.oversubscribe;
        run = other.run;
        surroundings = other.surroundings;
    }

    /** @throws InvalidInputException when the config has a file and this is a value, or the other way round */
    void put(String config, ConfigSource source) {
        ConfigSource other = configs.put(config, source);
        boolean file = source instanceof ConfigSource.File;
        if (other != null && other instanceof ConfigSource.File != file) {
            throw new InvalidInputException(
                    "the config \"" + config + "\" is given both a file and a value",
                    other.description() + " and " + source.description(),
                    "Give one of them.");
        }
    }
}
