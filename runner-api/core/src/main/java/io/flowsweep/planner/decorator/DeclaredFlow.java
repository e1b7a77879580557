package io.flowsweep.planner.decorator;

import io.flowsweep.config.Scope;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.plan.DependencyPlan;
import io.flowsweep.plan.attributes.DeployScope;
import io.flowsweep.planner.config.ConfigSource;
import io.flowsweep.planner.config.DeclaredConfig;
import io.flowsweep.planner.decorator.DependencyAttributes.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What must be known of a flow before it can be compiled: its configs and its libraries, as its source declares them.
 *
 * @param name the simple name of its class
 * @param ofClass what the class asks for, or the nearest base that asks for something
 * @param ofSteps what single steps ask for
 */
public record DeclaredFlow(String name, List<DeclaredConfig> configs, Optional<Texts> ofClass, List<Texts> ofSteps) {

    /**
     * All libraries that the source may use: those of the class first, then those of each step.
     *
     * @param given where configs come from, by name; for the others their defaults
     * @param folder of the source
     * @throws InvalidInputException when a reference finds nothing, or something is no coordinates
     */
    public List<DependencyPlan> libraries(Map<String, ConfigSource> given, Path folder) {
        DeployScope scope = new DeployScope(values(given, folder));
        boolean shares = configs.stream().anyMatch(DeclaredConfig::library);
        Optional<DependencyPlan> own = ofClass.map(texts -> DependencyAttributes.of(texts, scope, folder))
                .map(set -> shares ? set.without(DependencyAttributes.CONFIG_LIBRARY) : set);
        List<DependencyPlan> all = new ArrayList<>();
        own.filter(set -> !set.isEmpty()).ifPresent(all::add);
        for (Texts step : ofSteps) {
            DependencyPlan set = own.orElse(DependencyPlan.NONE).with(DependencyAttributes.of(step, scope, folder));
            all.add(shares ? set.without(DependencyAttributes.CONFIG_LIBRARY) : set);
        }
        return all;
    }

    /** The values of those configs that the libraries refer to. */
    private Map<String, Object> values(Map<String, ConfigSource> given, Path folder) {
        Map<String, Object> values = new LinkedHashMap<>();
        List<String> referred = Stream.concat(ofClass.stream(), ofSteps.stream())
                .flatMap(Texts::all)
                .flatMap(text -> Scope.references(text).stream())
                .toList();
        for (DeclaredConfig config : configs) {
            if (referred.stream().anyMatch(path -> (path + ".").startsWith(config.name() + "."))) {
                config.value(Optional.ofNullable(given.get(config.name())), folder)
                        .ifPresent(value -> values.put(config.name(), value));
            }
        }
        return values;
    }

    /** The names of its configs. */
    public List<String> configNames() {
        return configs.stream().map(DeclaredConfig::name).toList();
    }

    /** Whether it asks for any library. */
    public boolean hasLibraries() {
        return ofClass.isPresent() || !ofSteps.isEmpty();
    }
}
