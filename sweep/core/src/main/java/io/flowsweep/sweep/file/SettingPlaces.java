package io.flowsweep.sweep.file;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import io.flowsweep.config.ConfigPaths;
import io.flowsweep.sweep.file.base.ConfigRoots;
import io.flowsweep.sweep.file.text.FileParts;
import io.flowsweep.sweep.file.text.SourceKeys;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where a sweep file gives what is no part of a config: parameters, run, jvm and environment; and where its configs. */
final class SettingPlaces {

    private static final List<String> ROOTS = List.of("params", "run", "jvm", "environment");

    private SettingPlaces() {}

    /** Path with its root to {@code file:line}, as far as the text shows it. */
    static Map<String, String> of(FileParts parts) {
        Map<String, String> places = new LinkedHashMap<>();
        if (parts.has(ConfigRoots.ONE)) {
            places.put(ConfigRoots.ONE, parts.where(ConfigRoots.ONE));
        }
        if (parts.has(ConfigRoots.SEVERAL) && parts.raw(ConfigRoots.SEVERAL) instanceof ConfigObject configs) {
            configs.forEach((name, config) -> {
                String root = ConfigRoots.of(name);
                places.put(root, parts.context().keys().where(root, config));
            });
        }
        for (String root : ROOTS) {
            if (parts.has(root)) {
                collect(root, parts.raw(root), parts.context().keys(), places);
            }
        }
        return places;
    }

    private static void collect(String path, ConfigValue value, SourceKeys keys, Map<String, String> places) {
        places.put(path, keys.where(path, value));
        try {
            if (value instanceof ConfigObject object) {
                object.forEach((key, child) -> collect(ConfigPaths.child(path, key), child, keys, places));
            }
        } catch (ConfigException.NotResolved e) {
            // The place of the whole stands for what a substitution puts there.
        }
    }
}
