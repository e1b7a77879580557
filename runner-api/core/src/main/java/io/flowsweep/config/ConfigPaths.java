package io.flowsweep.config;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigUtil;
import io.flowsweep.errors.InvalidInputException;
import java.util.List;

/** Dotted paths; a segment with a dot or another odd character stands in double quotes: {@code hosts."a.b".port}. */
public final class ConfigPaths {

    private ConfigPaths() {}

    /**
     * The segments of a path, without quotes.
     *
     * @throws InvalidInputException when it is not a path
     */
    public static List<String> split(String path) {
        try {
            return ConfigUtil.splitPath(path);
        } catch (ConfigException e) {
            throw new InvalidInputException(
                    "\"" + path + "\" is not a path",
                    "",
                    "Write keys separated by dots, and put a key with other characters in double quotes.");
        }
    }

    /** The path of some segments, quoted where needed; empty for none. */
    public static String join(List<String> segments) {
        return segments.isEmpty() ? "" : ConfigUtil.joinPath(segments);
    }

    /** The path of {@code key} below {@code parent}; an empty parent is the root. */
    public static String child(String parent, String key) {
        String quoted = ConfigUtil.joinPath(key);
        return parent.isEmpty() ? quoted : parent + "." + quoted;
    }
}
