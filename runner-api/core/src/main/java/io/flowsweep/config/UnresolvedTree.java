package io.flowsweep.config;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Looks into objects that are not resolved, as far as their keys can be seen. */
final class UnresolvedTree {

    private UnresolvedTree() {}

    /** Known paths, as far as they can be seen without resolving. */
    static List<String> paths(ConfigObject own, ConfigObject names) {
        List<String> paths = new ArrayList<>();
        collect(own, "", paths);
        collect(names, "", paths);
        return paths;
    }

    private static void collect(ConfigObject object, String parent, List<String> paths) {
        try {
            for (Map.Entry<String, ConfigValue> entry : object.entrySet()) {
                String path = ConfigPaths.child(parent, entry.getKey());
                if (entry.getValue() instanceof ConfigObject child) {
                    collect(child, path, paths);
                } else {
                    paths.add(path);
                }
            }
        } catch (ConfigException.NotResolved e) {
            paths.add(parent); // its keys are not known yet
        }
    }

    /** The value at a path; null when there is none or it cannot be seen. */
    static ConfigValue find(ConfigObject from, List<String> path) {
        ConfigValue found = from;
        try {
            for (String segment : path) {
                found = found instanceof ConfigObject object ? object.get(segment) : null;
            }
        } catch (ConfigException.NotResolved e) {
            return null;
        }
        return found;
    }

    /** The object without a path, as far as it can be seen; what a substitution has there stays. */
    static ConfigObject without(ConfigObject from, List<String> path) {
        String key = path.get(0);
        try {
            ConfigValue value = from.get(key);
            if (path.size() == 1 || value == null) {
                return from.withoutKey(key);
            }
            return value instanceof ConfigObject child
                    ? from.withValue(key, without(child, path.subList(1, path.size())))
                    : from;
        } catch (ConfigException.NotResolved e) {
            return from;
        }
    }

    /** Whether the value itself, not what is in it, needs no resolving. */
    static boolean isResolved(ConfigValue value) {
        try {
            return value.valueType() != null;
        } catch (ConfigException.NotResolved e) {
            return false;
        }
    }
}
