package io.flowsweep.sweep.file;

import io.flowsweep.codec.Json;
import io.flowsweep.codec.KeyStyle;
import io.flowsweep.codec.PlainValues;
import io.flowsweep.config.ConfigDocument;
import io.flowsweep.config.ConfigPaths;
import io.flowsweep.config.ResolvedConfig;
import io.flowsweep.config.Scope;
import io.flowsweep.sweep.space.Axis;
import io.flowsweep.sweep.space.Group;
import io.flowsweep.sweep.space.VariantValues;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * From a point to what a variant is given: its values go into the base config, which is then resolved, and into parameters
 * and blocks, whose {@code ${…}} then find the resolved config. Immutable and thread-safe.
 */
final class PointResolver {

    private final SweepSpec spec;
    private final String file;
    private final ConfigDocument names;
    private final Map<String, Axis> axes = new LinkedHashMap<>();
    private final boolean templates;

    PointResolver(SweepSpec spec) {
        this.spec = spec;
        this.file = spec.file().toString();
        this.names = ConfigDocument.of(spec.names(), file);
        // A group sets the whole object that other axes may vary further.
        spec.axes().stream()
                .sorted(Comparator.comparing((Axis axis) -> !(axis.domain() instanceof Group))
                        .thenComparing(axis ->
                                axis.domain() instanceof Group ? axis.path().length() : 0))
                .forEach(axis -> axes.put(axis.path(), axis));
        VariantBlocks blocks = spec.blocks();
        this.templates = Stream.of(spec.params(), blocks.run(), blocks.jvm(), blocks.environment())
                .anyMatch(block -> Json.write(block).contains("${"));
    }

    /** The config of a point; empty when the sweep has none. */
    Optional<ResolvedConfig> config(Map<String, Object> point) {
        return spec.config().map(base -> {
            ConfigDocument document = base;
            for (Axis axis : axes.values()) {
                if (axis.root().equals("config") && point.containsKey(axis.path())) {
                    document = set(document, axis, point.get(axis.path()));
                }
            }
            for (Map.Entry<String, Object> entry : point.entrySet()) {
                if (!axes.containsKey(entry.getKey())
                        && Axis.root(entry.getKey()).equals("config")) {
                    document = document.with(Axis.relativePath(entry.getKey()), entry.getValue());
                }
            }
            return document.resolve(names);
        });
    }

    /**
     * Everything that the run of a variant is given.
     *
     * @param more what {@code ${…}} finds besides config and parameters: {@code variant}, {@code repeat}
     */
    VariantValues values(Map<String, Object> point, Map<String, Object> more) {
        Map<String, Object> config = config(point).map(ResolvedConfig::values).orElse(Map.of());
        Map<String, Object> scope = new LinkedHashMap<>(spec.names());
        scope.putAll(more);
        scope.put("config", config);
        Map<String, Object> params = expanded(spec.params(), scope);
        put(point, "params", params);
        scope.put("params", params);
        Map<String, Object> run = expanded(spec.blocks().run(), scope);
        put(point, "run", run);
        Map<String, Object> jvm = expanded(spec.blocks().jvm(), scope);
        put(point, "jvm", jvm);
        Map<String, Object> environment = expanded(spec.blocks().environment(), scope);
        put(point, "environment", environment);
        Map<String, String> variables = new LinkedHashMap<>();
        environment.forEach((name, value) -> variables.put(name, PlainValues.text(value)));
        return new VariantValues(
                config,
                Map.of(),
                Collections.unmodifiableMap(params),
                Collections.unmodifiableMap(run),
                Collections.unmodifiableMap(jvm),
                Collections.unmodifiableMap(variables),
                Optional.ofNullable(point.get("flow")).map(PlainValues::text));
    }

    private static ConfigDocument set(ConfigDocument document, Axis axis, Object value) {
        return axis.domain() instanceof Group group
                ? document.replace(axis.relativePath(), group.option(value).content())
                : document.with(axis.relativePath(), value, axis.where());
    }

    private Map<String, Object> expanded(Map<String, Object> block, Map<String, Object> scope) {
        Map<String, Object> expanded = new LinkedHashMap<>(block);
        if (templates) {
            Scope names = Scope.of(scope);
            expanded.replaceAll((key, value) -> names.expand(value, file));
        }
        return expanded;
    }

    /** Puts what a point says below a root into that root's block. */
    private static void put(Map<String, Object> point, String root, Map<String, Object> block) {
        point.forEach((path, value) -> {
            if (Axis.root(path).equals(root)) {
                boolean words = root.equals("run") || root.equals("jvm");
                List<String> segments = ConfigPaths.split(Axis.relativePath(path));
                put(block, words ? segments.stream().map(KeyStyle::canonical).toList() : segments, value);
            }
        });
    }

    private static void put(Map<String, Object> block, List<String> segments, Object value) {
        if (segments.size() == 1) {
            block.put(segments.get(0), value);
            return;
        }
        Map<String, Object> inner = new LinkedHashMap<>();
        if (block.get(segments.get(0)) instanceof Map<?, ?> there) {
            there.forEach((key, old) -> inner.put((String) key, old));
        }
        put(inner, segments.subList(1, segments.size()), value);
        block.put(segments.get(0), inner);
    }
}
