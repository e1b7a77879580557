package io.flowsweep.planner.decorator;

import io.flowsweep.plan.ResourcePlan;
import io.flowsweep.plan.ResourceRequest;
import io.flowsweep.plan.attributes.Attributes;
import io.flowsweep.plan.attributes.DeployScope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the steps of a flow ask for in {@code @Resources}, as its source declares it.
 *
 * @param configs the names of the flow's configs
 * @param steps the decorator of each step that has one, or whose class has
 */
public record DeclaredResources(List<String> configs, List<Texts> steps) {

    /** The attributes of the decorator besides the one that stands for all. */
    public static final List<String> NAMES = ResourceRequest.NAMES;

    /**
     * The texts of one decorator.
     *
     * @param whole of the attribute that stands for all; empty when it is left out
     * @param single of the others by name; empty where left out
     * @param where the decorator, for errors
     */
    public record Texts(String whole, Map<String, String> single, String where) {}

    /** Whether no step asks for anything. */
    public boolean isEmpty() {
        return steps.isEmpty();
    }

    /**
     * The largest need of all steps.
     *
     * @param values of the flow's configs by their names
     * @throws io.flowsweep.errors.InvalidInputException when a reference finds nothing, or a value cannot be
     */
    public ResourcePlan of(Map<String, ? extends Map<String, ?>> values) {
        Map<String, Object> scope = new LinkedHashMap<>(values);
        configs.forEach(name -> scope.putIfAbsent(name, Map.of()));
        ResourcePlan largest = ResourcePlan.LEAST;
        for (Texts step : steps) {
            largest = ResourceRequest.of(
                            new Attributes(new DeployScope(scope), step.whole(), step.single(), step.where()))
                    .atLeast(largest);
        }
        return largest;
    }
}
