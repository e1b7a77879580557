package io.flowsweep.planner.parameter;

import io.flowsweep.codec.KeyStyle;
import java.util.Set;

/**
 * Names that a parameter cannot have, since they are options of the commands that take parameters. Such an option is best called
 * what no parameter is: {@code --set-env} rather than {@code --env}, as many trainings have an {@code env}.
 */
public final class ReservedNames {

    private static final Set<String> NAMES = Set.of(
            "branch",
            "config",
            "config_value",
            "executor",
            "flow_sources",
            "from",
            "help",
            "json",
            "keep_going",
            "max_splits",
            "max_workers",
            "png",
            "set_env",
            "stacktrace",
            "store",
            "svg",
            "tag",
            "with");

    private ReservedNames() {}

    /** Whether a name is one of them, in any of its spellings. */
    public static boolean contains(String name) {
        return NAMES.contains(KeyStyle.canonical(name));
    }
}
