package io.flowsweep.sweep.file.base;

import io.flowsweep.config.ConfigPaths;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Stand-ins for values that only a variant has. A file is read with {@code ${config.cpu}} standing for the text
 * {@code "${config.cpu}"}, so that quoted and unquoted references are the same text, which each variant then expands.
 */
final class Templates {

    private Templates() {}

    /** The same keys with the reference to each value in its place; lists and empty objects count as one value. */
    static Map<String, Object> of(String root, Map<?, ?> values) {
        Map<String, Object> templates = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            String path = ConfigPaths.child(root, (String) key);
            templates.put(
                    (String) key, value instanceof Map<?, ?> map && !map.isEmpty() ? of(path, map) : "${" + path + "}");
        });
        return templates;
    }
}
