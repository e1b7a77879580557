package io.flowsweep.planner.parameter;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Problem;
import io.flowsweep.errors.Suggestions;
import io.flowsweep.plan.ConfigPlan;
import io.flowsweep.plan.ConfigValues;
import io.flowsweep.planner.definition.FlowDefinition;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Calls the methods that give defaults of parameters, on an instance whose configs are filled in. */
final class DefaultMethods {

    private final FlowDefinition flow;
    private final List<ConfigPlan> configs;
    private Object instance;

    DefaultMethods(FlowDefinition flow, List<ConfigPlan> configs) {
        this.flow = flow;
        this.configs = configs;
    }

    /** @throws InvalidInputException with what it threw */
    Object call(String name) {
        Method method = find(flow, name).orElseThrow();
        try {
            method.setAccessible(true);
            return method.invoke(instance());
        } catch (InvocationTargetException e) {
            throw new InvalidInputException("its default failed: " + e.getCause(), flow.name() + "." + name + "()", "");
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object instance() throws ReflectiveOperationException {
        if (instance == null) {
            instance = ParameterDefaults.instance(flow);
            for (ConfigPlan config : configs) {
                Field field = flow.field(config.field()).orElseThrow();
                field.setAccessible(true);
                field.set(instance, ConfigValues.typed(field.getGenericType(), config));
            }
        }
        return instance;
    }

    static void check(FlowDefinition flow, String name, String where, List<Problem> problems) {
        if (find(flow, name).isEmpty()) {
            problems.add(Problem.of(
                    "defaultMethod names \"" + name + "\", which is no method without arguments that gives a value",
                    where,
                    Suggestions.didYouMean(
                            name, methods(flow).map(Method::getName).toList())));
        }
    }

    private static Optional<Method> find(FlowDefinition flow, String name) {
        return methods(flow).filter(m -> m.getName().equals(name)).reduce((base, own) -> own);
    }

    private static Stream<Method> methods(FlowDefinition flow) {
        return FlowDefinition.lineage(flow.type()).stream()
                .flatMap(level -> Arrays.stream(level.getDeclaredMethods()))
                .filter(m -> m.getParameterCount() == 0 && m.getReturnType() != void.class && !m.isSynthetic());
    }
}
