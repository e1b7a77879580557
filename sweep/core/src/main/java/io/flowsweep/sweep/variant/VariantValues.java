package io.flowsweep.sweep.variant;

import io.flowsweep.sweep.space.Axis;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the run of a variant is given, everything resolved. All values are plain.
 *
 * @param config the resolved config document; empty when the sweep has none
 * @param configs the resolved documents by the flow's names of its configs; empty unless the sweep has {@code configs { }}
 * @param params the parameters given by the sweep, varied ones included
 * @param run how it is run: the sweep file's {@code run { }}, keys in snake case
 * @param jvm {@code home} and {@code options} of its JVMs, as far as given
 * @param environment variables of its hosts, by name
 * @param python {@code python}, {@code packages} and {@code requirements} of its hosts, as far as given
 * @param flow the flow's source as an axis names it; empty when none varies it
 */
public record VariantValues(
        Map<String, Object> config,
        Map<String, Map<String, Object>> configs,
        Map<String, Object> params,
        Map<String, Object> run,
        Map<String, Object> jvm,
        Map<String, String> environment,
        Map<String, Object> python,
        Optional<String> flow) {

    /** Roots whose values the fingerprint holds as a whole; a binding is only a name for some of them. */
    private static final Set<String> WHOLE = Set.of("params", "jvm", "environment", "binding");

    /** Only a config and parameters. */
    public static VariantValues of(Map<String, Object> config, Map<String, Object> params) {
        return new VariantValues(config, Map.of(), params, Map.of(), Map.of(), Map.of(), Map.of(), Optional.empty());
    }

    /**
     * A SHA-256, as 64 hexadecimal digits, over what decides the result of a run besides the flow itself: configs,
     * parameters, environment, JVM, Python, and of everything else what an axis varies.
     *
     * @param point axis path to value
     */
    String fingerprint(Map<String, Object> point) {
        Map<String, Object> varied = new LinkedHashMap<>(point);
        varied.keySet().removeIf(path -> Axis.isConfig(Axis.root(path)) || WHOLE.contains(Axis.root(path)));
        List<Object> all = new ArrayList<>(List.of(config, configs, params, jvm, environment, varied));
        if (!python.isEmpty()) {
            all.add(python); // so that without one it is what it was before there could be one
        }
        return ValueHash.of(all);
    }
}
