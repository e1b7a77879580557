package io.flowsweep.planner.parameter;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.planner.definition.FlowDefinition;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.util.HashMap;
import java.util.Map;

/** The initializers of the parameter fields, which are the defaults. */
final class ParameterDefaults {

    private ParameterDefaults() {}

    /**
     * The values by name; null for none. Makes one instance of the flow, if it has parameters.
     *
     * @throws InvalidInputException when it cannot be made
     */
    static Map<String, Object> read(FlowDefinition flow) {
        Map<String, Object> defaults = new HashMap<>();
        if (flow.parameters().isEmpty()) {
            return defaults;
        }
        try {
            Object instance = instance(flow);
            for (Field field : flow.parameters()) {
                field.setAccessible(true);
                defaults.put(field.getName(), field.get(instance));
            }
        } catch (InvocationTargetException e) {
            throw new InvalidInputException(
                    "the flow cannot be made: " + e.getCause(),
                    flow.name(),
                    "Its constructor and initializers run before the run starts; keep them free of work.");
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        return defaults;
    }

    static Object instance(FlowDefinition flow) throws ReflectiveOperationException {
        Constructor<?> constructor = flow.type().getDeclaredConstructor();
        constructor.setAccessible(true);
        return constructor.newInstance();
    }
}
