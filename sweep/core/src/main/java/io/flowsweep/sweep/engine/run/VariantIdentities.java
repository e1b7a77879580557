package io.flowsweep.sweep.engine.run;

import io.flowsweep.plan.ConfigPlan;
import io.flowsweep.sweep.variant.ValueHash;
import io.flowsweep.sweep.variant.Variant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What tells variants apart: equal identities mean equal results, but for chance. */
public final class VariantIdentities {

    private final VariantRunners runners;

    public VariantIdentities(VariantRunners runners) {
        this.runners = runners;
    }

    /** That of a variant with its flow's code as it is now. */
    public String of(Variant variant) {
        return of(variant, runners.digest(variant));
    }

    /** The same, and behind it those that it would have with other code of the flow, given by its digests. */
    public List<String> of(Variant variant, Set<String> codes) {
        Set<String> identities = new LinkedHashSet<>(List.of(of(variant)));
        codes.forEach(code -> identities.add(of(variant, runners.digest(variant, code))));
        return List.copyOf(identities);
    }

    /** Configs that the sweep does not give decide the results like those that it gives. */
    private String of(Variant variant, String code) {
        Map<String, ConfigPlan> defaults = runners.defaults(variant);
        return variant.identity(defaults.isEmpty() ? code : ValueHash.of(List.of(code, contents(defaults))));
    }

    /** The configs of a variant as the flow sees them, by name. */
    public Map<String, Object> configs(Variant variant) {
        Map<String, Object> configs = new TreeMap<>(contents(runners.defaults(variant)));
        configs.putAll(runners.given(variant));
        return configs;
    }

    private static Map<String, Object> contents(Map<String, ConfigPlan> configs) {
        Map<String, Object> contents = new TreeMap<>();
        configs.forEach((name, config) -> contents.put(name, config.content()));
        return contents;
    }
}
