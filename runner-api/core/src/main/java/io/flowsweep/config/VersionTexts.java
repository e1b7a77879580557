package io.flowsweep.config;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import io.flowsweep.codec.KeyStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Versions as they are written: the number {@code 1.10} is 1.1, the version is not. A version is what stands under a key that
 * is a package ({@code "org.duckdb:duckdb_jdbc" = 1.10}), and what is written with a dot under one that is, or ends in,
 * {@code version}, or is {@code python}.
 */
public final class VersionTexts {

    private VersionTexts() {}

    /** The plain form of an object, versions as texts. */
    public static Map<String, Object> in(ConfigObject object) {
        Map<String, Object> plain = new LinkedHashMap<>();
        object.forEach((key, value) -> plain.put(key, in(key, value)));
        return plain;
    }

    /** The plain form of a value under a key. */
    public static Object in(String key, ConfigValue value) {
        if (value instanceof ConfigObject object) {
            return in(object);
        }
        if (value instanceof ConfigList list) {
            List<Object> items = new ArrayList<>();
            list.forEach(item -> items.add(in(key, item)));
            return items;
        }
        if (value.valueType() == ConfigValueType.NUMBER) {
            return number(key, value);
        }
        return value.unwrapped();
    }

    private static Object number(String key, ConfigValue value) {
        String text = value.atKey("version").getString("version");
        return isVersion(key, text) ? text : value.unwrapped();
    }

    /**
     * Whether a number under a key is a version.
     *
     * @param text as it is written
     */
    public static boolean isVersion(String key, String text) {
        return key.indexOf(':') > 0
                || text.indexOf('.') >= 0
                        && (key.equals("python") || KeyStyle.canonical(key).endsWith("version"));
    }
}
