package io.flowsweep.sweep.file;

import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValue;
import io.flowsweep.codec.PlainValues;
import io.flowsweep.config.Scope;
import io.flowsweep.sweep.space.Axis;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code params} and {@code tags}, whose {@code ${…}} each variant expands. They are tried on the base here, so that a
 * wrong reference is found at once.
 */
final class VariantTexts {

    private final FileParts parts;
    private final BaseValues base;

    VariantTexts(FileParts parts, BaseValues base) {
        this.parts = parts;
        this.base = base;
    }

    /** The parameters by name; their texts may refer to {@code config}, {@code let}, {@code machine} and {@code sweep}. */
    Map<String, Object> params() {
        if (parts.has("params") && namesParams(parts.raw("params"))) {
            parts.problems()
                    .add(
                            parts.where("params"),
                            "a parameter can neither refer to another one nor build on its own earlier value",
                            "Put the common value into let { }, and write ${let.…}.");
            return Map.of();
        }
        Map<String, Object> params = withConfig(true)
                .object("params")
                .map(object -> PlainValues.canonicalMap(object.unwrapped()))
                .orElse(Map.of());
        attempt(withConfig(false), params, "params");
        return params;
    }

    /** The tags; their texts may refer to {@code params} too. */
    List<String> tags(List<Axis> axes) {
        Map<String, Object> params = new LinkedHashMap<>(base.params());
        axes.stream()
                .filter(axis -> axis.root().equals("params"))
                .forEach(axis -> params.put(axis.parameter(), axis.domain().get(0)));
        Optional<ConfigValue> part =
                withConfig(true).with("params", Templates.of("params", params)).part("tags");
        if (part.isPresent() && !(part.get().unwrapped() instanceof List)) {
            parts.top().wrong("tags", "a list of texts", part.get().unwrapped());
            return List.of();
        }
        List<String> tags = new ArrayList<>();
        List<?> items = part.map(value -> (List<?>) value.unwrapped()).orElse(List.of());
        for (Object item : items) {
            if (item == null || item instanceof Map || item instanceof List) {
                parts.top().wrong("tags", "a list of texts", items);
            } else {
                tags.add(PlainValues.text(PlainValues.canonical(item)));
            }
        }
        attempt(withConfig(false).with("params", params), tags, "tags");
        return tags;
    }

    private static boolean namesParams(ConfigValue raw) {
        String text = raw.render(ConfigRenderOptions.concise());
        return text.contains("${params.") || text.contains("${?params.");
    }

    private FileParts withConfig(boolean asTemplates) {
        return base.config()
                .map(config -> asTemplates ? Templates.of("config", config.values()) : config.values())
                .map(config -> parts.with("config", config))
                .orElse(parts);
    }

    private void attempt(FileParts names, Object texts, String key) {
        if (base.config().isPresent() || !base.hasConfig()) {
            parts.problems().attempt(() -> Scope.of(names.names()).expand(texts, parts.where(key)));
        }
    }
}
