package io.flowsweep.plan;

import com.typesafe.config.ConfigFactory;
import java.util.Map;

/** Apart from the rest so that HOCON is loaded only for flows that ask for its {@code Config}. */
final class TypesafeConfigs {

    private TypesafeConfigs() {}

    static Object of(Map<String, Object> value) {
        return ConfigFactory.parseMap(value);
    }
}
