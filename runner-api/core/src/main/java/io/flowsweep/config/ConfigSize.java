package io.flowsweep.config;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * How large a config is once it is written out. A few lines in which each value is made of the one before it several times over
 * can stand for more than any memory holds; the library shares such values, and whoever copies them does not.
 */
final class ConfigSize {

    /** No config that a person writes has as many values, and none that is copied for each variant should. */
    static final long MOST_VALUES = 1_000_000;

    private static final int CHARACTERS = 100;

    private final Map<ConfigValue, Long> known = new IdentityHashMap<>();

    private ConfigSize() {}

    /** Whether it has more than {@link #MOST_VALUES} values; each {@value #CHARACTERS} characters of a text count as one. */
    static boolean isTooLarge(ConfigValue value) {
        return new ConfigSize().of(value) > MOST_VALUES;
    }

    private long of(ConfigValue value) {
        if (value instanceof ConfigObject || value instanceof ConfigList) {
            Long before = known.get(value);
            if (before == null) {
                before = sum(value instanceof ConfigObject object ? object.values() : (ConfigList) value);
                known.put(value, before);
            }
            return before;
        }
        return value.valueType() == ConfigValueType.STRING ? 1 + ((String) value.unwrapped()).length() / CHARACTERS : 1;
    }

    private long sum(Iterable<ConfigValue> values) {
        long sum = 1;
        for (ConfigValue value : values) {
            sum = Math.min(Long.MAX_VALUE / 2, sum + of(value));
        }
        return sum;
    }
}
