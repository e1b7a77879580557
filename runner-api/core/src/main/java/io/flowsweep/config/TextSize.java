package io.flowsweep.config;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValue;
import io.flowsweep.errors.InvalidInputException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** How long the values of an unresolved config become when their substitutions are made: about, and before they are. */
final class TextSize {

    /** In characters. */
    static final long MOST = 100_000_000;

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{\\??([^}]*)}");

    private final ConfigObject root;
    private final Map<String, Long> known = new HashMap<>();

    private TextSize(ConfigObject root) {
        this.root = root;
    }

    /** @param rendered the root as text */
    static boolean isTooLarge(ConfigObject root, String rendered) {
        return new TextSize(root).of(rendered) > MOST;
    }

    private long of(String rendered) {
        long size = rendered.length();
        for (MatchResult reference : REFERENCE.matcher(rendered).results().toList()) {
            size = Math.min(Long.MAX_VALUE / 2, size + ofPath(reference.group(1)));
        }
        return size;
    }

    private long ofPath(String path) {
        Long before = known.putIfAbsent(path, 0L); // of a circle, which is told elsewhere
        if (before != null) {
            return before;
        }
        ConfigValue value = find(path);
        long size = value == null ? 0 : of(value.render(ConfigRenderOptions.concise()));
        known.put(path, size);
        return size;
    }

    /** Null when a text only looks like a reference. */
    private ConfigValue find(String path) {
        try {
            return UnresolvedTree.find(root, ConfigPaths.split(path));
        } catch (InvalidInputException e) {
            return null;
        }
    }
}
