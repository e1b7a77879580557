package io.flowsweep.sweep.file.axis;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import io.flowsweep.codec.KeyStyle;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Tells by its keys what an object in a grid is: a domain, a group, or a nested path. */
public final class DomainForm {

    static final Set<String> GROUP = Set.of("group", "default");

    /** What begins a domain, or is a part of one. */
    static final Set<String> WORDS =
            Set.of("from", "to", "step", "values", "group", "default", "linspace", "geomspace");

    /** Words of other tools; what they would mean is said otherwise here. */
    static final Map<String, String> FOREIGN = Map.of(
            "range", "Write { from = …, to = …, step = … }, both ends included.",
            "logspace", "Write { geomspace { from = 1e-4, to = 1e-1, n = 4 } }: the values themselves, not exponents.",
            "choice", "Write the values as a list.",
            "grid_search", "Write the values as a list.",
            "categorical", "Write the values as a list.",
            "quniform", "Write { from = …, to = …, step = … }, both ends included.",
            "sample_from", "Write derive { PATH = \"80 * lr\" }.",
            "distribution",
                    "Write { uniform = [0, 1] }, { loguniform = [0.001, 1] } or { normal = [0.5, 0.1] } in a sample.");

    /** How other tools call the ends of a range. */
    static final Set<String> ENDS = Set.of("min", "max", "low", "high", "start", "stop", "end");

    /** How other tools say how many values a range has. */
    static final Set<String> NUMBERS = Set.of("n", "num", "count", "steps");

    private DomainForm() {}

    /**
     * Whether an object is meant as a domain: it uses a domain's words, and the base has none of its keys there.
     *
     * @param base the base value at the object's path
     */
    public static boolean isDomain(ConfigObject object, Object base) {
        Set<?> existing = base instanceof Map<?, ?> map ? map.keySet() : Set.of();
        Set<String> words = words(object).keySet();
        return object.keySet().stream().noneMatch(existing::contains)
                && words.stream()
                        .anyMatch(w -> WORDS.contains(w)
                                || Distributions.words().contains(w)
                                || FOREIGN.containsKey(w)
                                || ENDS.contains(w) && !(base instanceof Map));
    }

    /** Whether an object chooses a group of files; whatever else it holds varies the file that is chosen. */
    static boolean isGroup(ConfigObject object) {
        return object.get("group") != null && object.get("group").unwrapped() instanceof String;
    }

    /** What an object says of its group. */
    static ConfigObject groupOnly(ConfigObject object) {
        return withoutKeys(object, key -> !GROUP.contains(key));
    }

    /** What an object says besides its group. */
    static ConfigObject withoutGroup(ConfigObject object) {
        return withoutKeys(object, GROUP::contains);
    }

    private static ConfigObject withoutKeys(ConfigObject object, Predicate<String> which) {
        ConfigObject left = object;
        for (String key : object.keySet()) {
            left = which.test(key) ? left.withoutKey(key) : left;
        }
        return left;
    }

    /** What an object holds, by its keys as the manual writes them, in the order of the alphabet. */
    static Map<String, ConfigValue> words(ConfigObject object) {
        return object.keySet().stream()
                .sorted()
                .collect(Collectors.toMap(KeyStyle::canonical, object::get, (a, b) -> a, LinkedHashMap::new));
    }
}
