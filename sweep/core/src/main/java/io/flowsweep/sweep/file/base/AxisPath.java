package io.flowsweep.sweep.file.base;

import io.flowsweep.config.ConfigPaths;
import io.flowsweep.sweep.space.Axis;
import java.util.List;
import java.util.Set;

/**
 * What a path that a person writes for an axis means: one that begins with a root means that root, any other a value of
 * the config.
 *
 * @param root one of {@link #ROOTS}, or {@code configs.NAME}
 * @param relative the path below it, quoted where needed; empty for the root itself
 */
public record AxisPath(String root, String relative) {

    /** The roots that may be written; a binding is made by its own node. */
    public static final Set<String> ROOTS = Set.of("config", "configs", "params", "run", "jvm", "environment", "flow");

    public static AxisPath of(List<String> segments) {
        if (segments.get(0).equals("configs") && segments.size() > 1) {
            return new AxisPath(
                    ConfigPaths.join(segments.subList(0, 2)), ConfigPaths.join(segments.subList(2, segments.size())));
        }
        return ROOTS.contains(segments.get(0))
                ? new AxisPath(segments.get(0), ConfigPaths.join(segments.subList(1, segments.size())))
                : new AxisPath("config", ConfigPaths.join(segments));
    }

    /** @throws io.flowsweep.errors.InvalidInputException when the text is no path */
    public static AxisPath parse(String written) {
        return of(ConfigPaths.split(written));
    }

    /** With the root, as {@link Axis#path} has it. */
    public String path() {
        return relative.isEmpty() ? root : root + "." + relative;
    }

    /** Whether it is a value of a config. */
    public boolean isOfConfig() {
        return Axis.isConfig(root) && !relative.isEmpty();
    }

    /** Whether the root itself can be varied. */
    public boolean isWhole() {
        return relative.isEmpty() && root.equals("flow");
    }
}
