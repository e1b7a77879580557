package io.flowsweep.sweep.space;

import io.flowsweep.codec.PlainValues;
import io.flowsweep.config.ConfigDocument;
import io.flowsweep.config.ConfigPaths;
import io.flowsweep.sweep.space.domain.Bindings;
import io.flowsweep.sweep.space.domain.Bindings.Binding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The axis of bindings that are made in code. */
final class BindingsAxis {

    private BindingsAxis() {}

    /** @param bindings by name what each says: plain values by paths, of the config unless they begin with another root */
    static Axis of(Map<String, ? extends Map<String, ?>> bindings) {
        List<Binding> made = new ArrayList<>();
        bindings.forEach((name, values) -> made.add(binding(name, values)));
        return new Axis("binding", "binding", new Bindings(made), "");
    }

    private static Binding binding(String name, Map<String, ?> values) {
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
        return new Binding(name, documents, others, "");
    }
}
