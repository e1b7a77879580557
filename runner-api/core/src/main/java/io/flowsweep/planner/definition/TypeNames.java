package io.flowsweep.planner.definition;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Types as a person would write them: without packages. */
public final class TypeNames {

    private TypeNames() {}

    public static String of(Type type) {
        if (type instanceof Class<?> c) {
            return c.getSimpleName();
        }
        if (type instanceof ParameterizedType p) {
            return of(p.getRawType())
                    + Arrays.stream(p.getActualTypeArguments())
                            .map(TypeNames::of)
                            .collect(Collectors.joining(", ", "<", ">"));
        }
        return type.getTypeName();
    }
}
