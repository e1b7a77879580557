package io.flowsweep.plan;

import io.flowsweep.errors.Problem;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The initializers of the parameter fields, which are the defaults. */
final class ParameterDefaults {

    private ParameterDefaults() {}

    /** The values by name; null for none. Makes one instance of the flow, if it has parameters. */
    static Map<String, Object> read(FlowDefinition flow, List<Problem> problems) {
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
            problems.add(Problem.of(
                    "the flow cannot be made: " + e.getCause(),
                    flow.name(),
                    "Its constructor and initializers run before the run starts; keep them free of work."));
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
