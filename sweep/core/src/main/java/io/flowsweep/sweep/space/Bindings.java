package io.flowsweep.sweep.space;

import io.flowsweep.codec.PlainValues;
import io.flowsweep.config.ConfigDocument;
import io.flowsweep.config.ConfigPaths;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Named sets of values; the axis' value is the name.
 *
 * @param bindings at least one, names differ
 */
public record Bindings(List<Binding> bindings) implements Domain {

    /**
     * One binding.
     *
     * @param configs are merged over the base configs, by their roots: {@code config}, or {@code configs.NAME}
     * @param others path with its root to plain value, for what is no config
     */
    public record Binding(String name, Map<String, ConfigDocument> configs, Map<String, Object> others, String where)
            implements Choice {}

    /**
     * An axis of bindings made in code.
     *
     * @param bindings by name what each says: plain values by paths, of the config unless they begin with another root
     */
    static Axis axis(Map<String, ? extends Map<String, ?>> bindings) {
        List<Binding> made = new ArrayList<>();
        bindings.forEach((name, values) -> {
            Map<String, Map<String, Object>> configs = new LinkedHashMap<>();
            Map<String, Object> others = new LinkedHashMap<>();
            values.forEach((written, value) -> {
                String path = AxisBuilder.rooted(written);
                String root = Axis.root(path);
                if (Axis.isConfig(root)) {
                    Map<String, Object> config = configs.computeIfAbsent(root, key -> new LinkedHashMap<>());
                    NestedPoint.put(config, ConfigPaths.split(Axis.relativePath(path)), PlainValues.canonical(value));
                } else {
                    others.put(path, PlainValues.canonical(value));
                }
            });
            Map<String, ConfigDocument> documents = new LinkedHashMap<>();
            configs.forEach((root, config) -> documents.put(root, ConfigDocument.of(config, "the binding " + name)));
            made.add(new Binding(name, documents, others, ""));
        });
        return new Axis("binding", "binding", new Bindings(made), "");
    }

    /** @throws IllegalArgumentException when there is none, or two have one name */
    public Bindings {
        bindings = List.copyOf(bindings);
        if (bindings.isEmpty()
                || bindings.stream().map(Binding::name).distinct().count() < bindings.size()) {
            throw new IllegalArgumentException("bindings need names that differ, at least one");
        }
    }

    @Override
    public long size() {
        return bindings.size();
    }

    @Override
    public Object get(long index) {
        return bindings.get((int) Objects.checkIndex(index, size())).name();
    }

    @Override
    public Optional<Choice> choice(Object name) {
        return bindings.stream()
                .filter(binding -> binding.name().equals(name))
                .<Choice>map(binding -> binding)
                .findFirst();
    }
}
