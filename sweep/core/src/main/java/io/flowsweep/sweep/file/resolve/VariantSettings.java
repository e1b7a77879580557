package io.flowsweep.sweep.file.resolve;

import io.flowsweep.config.ConfigPaths;
import io.flowsweep.config.ResolvedConfig;
import io.flowsweep.config.SourcePlaces;
import io.flowsweep.sweep.file.base.ConfigRoots;
import io.flowsweep.sweep.space.Axis;
import io.flowsweep.sweep.spec.Setting;
import io.flowsweep.sweep.spec.SweepSpec;
import io.flowsweep.sweep.variant.Variant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that one variant is given, each value with the place that says so. */
final class VariantSettings {

    /** The origin of the values of a variant that was added from outside, for people. */
    private static final String ADDED = "added from outside";

    private final SweepSpec spec;
    private final Variant variant;
    private final Map<String, ResolvedConfig> configs;
    private final boolean added;

    /**
     * @param configs those of the variant, by their roots
     * @param added whether the variant was added from outside
     */
    VariantSettings(SweepSpec spec, Variant variant, Map<String, ResolvedConfig> configs, boolean added) {
        this.spec = spec;
        this.variant = variant;
        this.configs = configs;
        this.added = added;
    }

    /** First the configs by paths, then the rest. */
    List<Setting> all() {
        List<Setting> settings = ofConfigs();
        collect("params", variant.params(), settings);
        collect("run", variant.run(), settings);
        collect("jvm", variant.jvm(), settings);
        Map<String, Object> environment = new LinkedHashMap<>(variant.python());
        environment.putAll(variant.environment());
        collect("environment", environment, settings);
        return settings;
    }

    List<Setting> ofConfigs() {
        List<Setting> settings = new ArrayList<>();
        collect(ConfigRoots.ONE, variant.config(), settings);
        variant.configs().forEach((name, config) -> collect(ConfigRoots.of(name), config, settings));
        return settings;
    }

    private void collect(String path, Object value, List<Setting> settings) {
        boolean root = Axis.relativePath(path).isEmpty();
        if (value instanceof Map<?, ?> map && (root || !map.isEmpty())) {
            map.forEach((key, child) -> collect(ConfigPaths.child(path, (String) key), child, settings));
        } else {
            settings.add(new Setting(path, value, origin(path).orElse(SourcePlaces.of(spec.file()))));
        }
    }

    /** See {@link Variants#origin}. */
    Optional<String> origin(String path) {
        for (Setting bound : spec.base().bind()) {
            if (isWithin(path, bound.path())) {
                return Optional.of(bound.where());
            }
        }
        for (Axis axis : spec.axes()) {
            boolean set = variant.point().containsKey(axis.path())
                    && axis.domain().choice(variant.point().get(axis.path())).isEmpty();
            if (set && isWithin(path, axis.path())) {
                return Optional.of(added ? ADDED : axis.where());
            }
        }
        String relative = Axis.relativePath(path);
        if (Axis.isConfig(Axis.root(path)) && !relative.isEmpty()) {
            return Optional.ofNullable(configs.get(Axis.root(path))).flatMap(values -> values.origin(relative));
        }
        String nearest = path;
        while (!spec.source().places().containsKey(nearest) && nearest.indexOf('.') >= 0) {
            nearest = nearest.substring(0, nearest.lastIndexOf('.'));
        }
        return Optional.ofNullable(spec.source().places().get(nearest));
    }

    private static boolean isWithin(String path, String outer) {
        return path.equals(outer) || path.startsWith(outer + ".");
    }
}
