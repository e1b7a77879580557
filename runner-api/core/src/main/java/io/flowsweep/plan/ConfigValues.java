package io.flowsweep.plan;

import io.flowsweep.codec.PlainValues;
import io.flowsweep.codec.ValueCodec;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.Optional;

/** Configs as the fields of a flow hold them. Hosts use it too, and load the configuration library only for its own type. */
public final class ConfigValues {

    private ConfigValues() {}

    /**
     * The value for a field.
     *
     * @param type the field's: a record, a Map, a {@code Config} or a String, or an Optional of one
     * @throws io.flowsweep.codec.CodecException when the config does not fit
     */
    public static Object typed(Type type, ConfigPlan config) {
        if (ValueCodec.rawType(type) != Optional.class) {
            return inner(type, config);
        }
        Type inner = ((ParameterizedType) type).getActualTypeArguments()[0];
        return config.isGiven() ? Optional.of(inner(inner, config)) : Optional.empty();
    }

    private static Object inner(Type type, ConfigPlan config) {
        return config.text().isPresent() ? config.text().get() : typed(type, config.value());
    }

    private static Object typed(Type type, Map<String, Object> value) {
        if (ValueCodec.rawType(type) == Map.class) {
            return PlainValues.canonicalMap(value); // deeply immutable
        }
        return type.getTypeName().equals("com.typesafe.config.Config")
                ? TypesafeConfigs.of(value)
                : ValueCodec.decode(type, value);
    }
}
