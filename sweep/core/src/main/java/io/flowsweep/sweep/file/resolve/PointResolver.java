package io.flowsweep.sweep.file.resolve;

import io.flowsweep.codec.Json;
import io.flowsweep.codec.KeyStyle;
import io.flowsweep.codec.PlainValues;
import io.flowsweep.config.ConfigDocument;
import io.flowsweep.config.ConfigPaths;
import io.flowsweep.config.ResolvedConfig;
import io.flowsweep.config.Scope;
import io.flowsweep.python.PythonRequest;
import io.flowsweep.sweep.file.base.ConfigRoots;
import io.flowsweep.sweep.space.Axis;
import io.flowsweep.sweep.space.domain.Bindings;
import io.flowsweep.sweep.space.domain.Domain;
import io.flowsweep.sweep.space.domain.Group;
import io.flowsweep.sweep.spec.SweepSpec;
import io.flowsweep.sweep.spec.VariantBlocks;
import io.flowsweep.sweep.variant.VariantValues;
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
        this.names = ConfigDocument.of(spec.base().names(), file);
        spec.axes().stream()
                .sorted(Comparator.comparingInt(PointResolver::rank))
                .forEach(axis -> axes.put(axis.path(), axis));
        VariantBlocks blocks = spec.blocks();
        this.templates = Stream.of(spec.base().params(), blocks.run(), blocks.jvm(), blocks.environment())
                .anyMatch(block -> Json.write(block).contains("${"));
    }

    /** A binding comes before everything; a group sets the whole object that other axes may vary further. */
    private static int rank(Axis axis) {
        if (axis.path().equals("binding")) {
            return -1;
        }
        return axis.domain().choice(axis.domain().get(0)).isPresent()
                ? axis.path().length()
                : Integer.MAX_VALUE;
    }

    /** The configs of a point, by their roots. */
    Map<String, ResolvedConfig> configs(Map<String, Object> point) {
        Map<String, ResolvedConfig> configs = new LinkedHashMap<>();
        spec.base().configs().forEach((root, base) -> configs.put(root, config(root, base, point)));
        return configs;
    }

    private ResolvedConfig config(String root, ConfigDocument base, Map<String, Object> point) {
        ConfigDocument document = base;
        for (Axis axis : axes.values()) {
            boolean config = axis.root().equals(root) || axis.root().equals("binding");
            if (config && point.containsKey(axis.path())) {
                document = set(document, root, axis, point.get(axis.path()));
            }
        }
        for (Map.Entry<String, Object> entry : point.entrySet()) {
            if (!axes.containsKey(entry.getKey()) && Axis.root(entry.getKey()).equals(root)) {
                document = document.with(Axis.relativePath(entry.getKey()), entry.getValue());
            }
        }
        return document.resolve(names);
    }

    /**
     * Everything that the run of a variant is given.
     *
     * @param more what {@code ${…}} finds besides config and parameters: {@code variant}, {@code repeat}, {@code sweep}
     */
    VariantValues values(Map<String, Object> point, Map<String, Object> more) {
        Map<String, ResolvedConfig> configs = configs(point);
        Map<String, Object> all = withBinding(point);
        Map<String, Object> scope = scope(configs);
        scope.putAll(more);
        Map<String, Object> params = block("params", spec.base().params(), all, scope);
        scope.put("params", params);
        Map<String, String> variables = new LinkedHashMap<>();
        Map<String, Object> python = new LinkedHashMap<>();
        block("environment", spec.blocks().environment(), all, scope).forEach((name, value) -> {
            if (PythonRequest.KEYS.contains(name)) {
                python.put(name, value);
            } else {
                variables.put(name, PlainValues.text(value));
            }
        });
        Map<String, Map<String, Object>> several = new LinkedHashMap<>();
        configs.forEach((root, config) -> ConfigRoots.name(root).ifPresent(name -> several.put(name, config.values())));
        return new VariantValues(
                configs.containsKey(ConfigRoots.ONE)
                        ? configs.get(ConfigRoots.ONE).values()
                        : Map.of(),
                several,
                params,
                block("run", spec.blocks().run(), all, scope),
                block("jvm", spec.blocks().jvm(), all, scope),
                Collections.unmodifiableMap(variables),
                Collections.unmodifiableMap(python),
                Optional.ofNullable(all.get("flow")).map(PlainValues::text));
    }

    /**
     * What the sweep binds, by paths with their roots.
     *
     * @param values which its texts find
     */
    Map<String, Object> bound(VariantValues values, Map<String, Object> more) {
        Map<String, Object> names = new LinkedHashMap<>(spec.base().names());
        names.putAll(more);
        names.put(ConfigRoots.ONE, values.config());
        names.put(ConfigRoots.SEVERAL, values.configs());
        names.put("params", values.params());
        Scope scope = Scope.of(names);
        Map<String, Object> bound = new LinkedHashMap<>();
        spec.base().bind().forEach(value -> bound.put(value.path(), scope.expand(value.value(), value.where())));
        return bound;
    }

    /** What a condition on a point can name: the names of the sweep, its configs and its parameters. */
    Map<String, Object> names(Map<String, Object> point) {
        Map<String, Object> scope = scope(configs(point));
        scope.put("params", block("params", spec.base().params(), withBinding(point), scope));
        return scope;
    }

    private Map<String, Object> scope(Map<String, ResolvedConfig> configs) {
        Map<String, Object> scope = new LinkedHashMap<>(spec.base().names());
        scope.put(ConfigRoots.ONE, Map.of());
        scope.putAll(ConfigRoots.names(configs, (root, config) -> config.values()));
        return scope;
    }

    /** The point with what its binding says of other roots than the config; an axis of its own wins. */
    private Map<String, Object> withBinding(Map<String, Object> point) {
        Axis binding = axes.get("binding");
        Object name = point.get("binding");
        if (binding == null || name == null) {
            return point;
        }
        Map<String, Object> all = new LinkedHashMap<>();
        binding.domain()
                .choice(name)
                .filter(Bindings.Binding.class::isInstance)
                .map(Bindings.Binding.class::cast)
                .ifPresent(chosen -> all.putAll(chosen.others()));
        all.putAll(point);
        return all;
    }

    private Map<String, Object> block(
            String root, Map<String, Object> block, Map<String, Object> point, Map<String, Object> scope) {
        Map<String, Object> expanded = expanded(block, scope);
        put(point, root, expanded);
        return Collections.unmodifiableMap(expanded);
    }

    private static ConfigDocument set(ConfigDocument document, String root, Axis axis, Object value) {
        Optional<Domain.Choice> choice = axis.domain().choice(value);
        if (choice.isEmpty()) {
            return document.with(axis.relativePath(), value, axis.where());
        }
        if (choice.get() instanceof Group.Option option) {
            return document.replace(axis.relativePath(), option.content());
        }
        ConfigDocument merged = ((Bindings.Binding) choice.get()).configs().get(root);
        return merged == null ? document : document.merge(merged);
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
