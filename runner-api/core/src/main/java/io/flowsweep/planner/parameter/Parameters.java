package io.flowsweep.planner.parameter;

import io.flowsweep.codec.KeyStyle;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Problem;
import io.flowsweep.plan.ConfigPlan;
import io.flowsweep.plan.ParameterPlan;
import io.flowsweep.plan.attributes.DeployScope;
import io.flowsweep.planner.definition.FlowDefinition;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The parameters of a flow: takes the values that they are given, and finds the defaults of the others. Thread-safe. */
public final class Parameters {

    private final FlowDefinition flow;
    private final List<ParameterField> fields;
    private final Map<String, Object> initial;

    /**
     * Makes one instance of the flow, if it has parameters, for the values that its initializers give them.
     *
     * @param flow checked
     * @throws InvalidInputException when it cannot be made
     */
    public Parameters(FlowDefinition flow) {
        this.flow = flow;
        this.fields = flow.parameters().stream().map(ParameterField::new).toList();
        this.initial = ParameterDefaults.read(flow);
    }

    /** What is wrong with the declaration of one. */
    public static void check(FlowDefinition flow, Field parameter, List<Problem> problems) {
        new ParameterField(parameter).check(flow, problems);
    }

    /** Their names, in the order of their fields. */
    public List<String> names() {
        return fields.stream().map(ParameterField::name).toList();
    }

    /** The plain values that are given, by name; a name may be given in any of its spellings. */
    public Map<String, Object> given(Map<String, ?> given, List<Problem> problems) {
        Map<String, Object> values = new HashMap<>();
        Map<String, String> spellings = new HashMap<>();
        given.forEach((spelling, value) -> {
            Optional<ParameterField> parameter = fields.stream()
                    .filter(p -> KeyStyle.same(p.name(), spelling))
                    .findFirst();
            if (parameter.isEmpty()) {
                problems.add(flow.unknown("parameter", spelling, names()));
                return;
            }
            String name = parameter.get().name();
            String other = spellings.put(name, spelling);
            if (other != null) {
                problems.add(Problem.of(
                        "the parameter \"" + name + "\" is given twice, as " + other + " and as " + spelling,
                        flow.name(),
                        "Give it once."));
            }
            parameter.get().take(value, problems).ifPresent(plain -> values.put(name, plain));
        });
        return values;
    }

    /** That a parameter is required and not among those that have a value, one problem for each. */
    public List<Problem> missing(Set<String> set) {
        return fields.stream()
                .filter(p -> p.isRequired() && !set.contains(p.name()))
                .map(ParameterField::missing)
                .toList();
    }

    /**
     * Each with its value, which is given or its default; incomplete when problems were added.
     *
     * @param given plain values by name
     * @param configs of the same plan, for methods that compute a default
     * @param folder of the flow's source file
     * @param open whether one that is required may go without a value
     */
    public List<ParameterPlan> plan(
            Map<String, Object> given,
            DeployScope scope,
            List<ConfigPlan> configs,
            Path folder,
            boolean open,
            List<Problem> problems) {
        DefaultMethods methods = new DefaultMethods(flow, configs);
        return fields.stream()
                .map(p -> {
                    if (given.containsKey(p.name())) {
                        return p.plan(Optional.of(given.get(p.name())));
                    }
                    return p.plan(
                            open && p.isRequired()
                                    ? Optional.empty()
                                    : p.defaultValue(initial.get(p.name()), scope, methods, folder, problems));
                })
                .toList();
    }
}
