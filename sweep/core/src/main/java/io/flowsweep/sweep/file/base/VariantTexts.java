package io.flowsweep.sweep.file.base;

import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValue;
import io.flowsweep.codec.PlainValues;
import io.flowsweep.config.ResolvedConfig;
import io.flowsweep.config.Scope;
import io.flowsweep.config.VersionTexts;
import io.flowsweep.sweep.file.text.FileParts;
import io.flowsweep.sweep.file.text.Section;
import io.flowsweep.sweep.space.Axis;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code params}, {@code tags}, {@code bind} and the blocks whose {@code ${…}} each variant expands. They are
 * tried on the base here, so that a wrong reference is found at once.
 */
public final class VariantTexts {

    private static final Map<String, Object> VARIANT = Map.of("index", 0, "name", "base");
    private static final Map<String, Object> REPEAT = Map.of("index", 0, "seed", 0);
    private static final Map<String, Object> SWEEP =
            Map.of("name", "sweep", "id", "id", "tag", "tag", "event", "event");

    private static final Pattern LET = Pattern.compile("\\$\\{\\s*let\\.[^}]*}");

    private final FileParts parts;
    private final BaseValues base;
    private final List<Axis> axes;

    /** @param axes as far as known: parameters that only they give can be referred to */
    public VariantTexts(FileParts parts, BaseValues base, List<Axis> axes) {
        this.parts = parts;
        this.base = base;
        this.axes = axes;
    }

    /** The parameters by name; their texts may refer to {@code config}, {@code let}, {@code machine} and {@code sweep}. */
    public Map<String, Object> params() {
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
                .map(object -> PlainValues.canonicalMap(VersionTexts.in(object)))
                .orElse(Map.of());
        attempt(withConfig(false), params, "params");
        return params;
    }

    /** A block of the file by its keys, absent ones empty; its texts may refer to whatever tags may. */
    public Map<String, Object> block(String key) {
        Map<String, Object> block = templates()
                .object(key)
                .map(object -> PlainValues.canonicalMap(VersionTexts.in(object)))
                .orElse(Map.of());
        attempt(examples(), block, key);
        return block;
    }

    /**
     * A block whose texts stay as they are, for whoever expands them for a variant himself; empty when a problem was added. They may
     * refer to whatever tags may.
     *
     * @param more further names that such texts may have, with the texts that stand for them
     */
    public Optional<Section> templateOf(String key, Map<String, Object> more) {
        FileParts templates = templates();
        for (Map.Entry<String, Object> name : more.entrySet()) {
            templates = templates.with(name.getKey(), name.getValue());
        }
        templates.object(key).ifPresent(object -> checkReferences(object.unwrapped(), more, parts.where(key)));
        return templates.section(key);
    }

    /** Adds a problem when texts refer to what is not there. */
    public void checkReferences(Object texts, Map<String, Object> more, String where) {
        FileParts examples = examples();
        for (Map.Entry<String, Object> name : more.entrySet()) {
            examples = examples.with(name.getKey(), name.getValue());
        }
        attemptAt(examples, texts, where);
    }

    /** A text in which what it refers to in {@code let} stands in its place: it decides results as the text itself does. */
    public String withLet(String text, String where) {
        Scope let = Scope.of(Map.of("let", parts.names().getOrDefault("let", Map.of())));
        return LET.matcher(text)
                .replaceAll((MatchResult r) -> Matcher.quoteReplacement(let.expandText(r.group(), where)));
    }

    /** A block as the base variant has it. */
    public Optional<Section> section(String key) {
        return examples().section(key);
    }

    /** The tags; their texts may refer to {@code params}, {@code variant} and {@code repeat} too. */
    public List<String> tags() {
        Optional<ConfigValue> part = templates().part("tags");
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
        attempt(examples(), tags, "tags");
        return tags;
    }

    /** Where {@code ${…}} of what only a variant has is its own text. */
    private FileParts templates() {
        return withConfig(true)
                .with("params", Templates.of("params", varied()))
                .with("variant", Templates.of("variant", VARIANT))
                .with("repeat", Templates.of("repeat", REPEAT))
                .with("sweep", Templates.of("sweep", SWEEP));
    }

    /** Where it is the value of the base. */
    private FileParts examples() {
        return withConfig(false)
                .with("params", varied())
                .with("variant", VARIANT)
                .with("repeat", REPEAT)
                .with("sweep", SWEEP);
    }

    private Map<String, Object> varied() {
        Map<String, Object> params = new LinkedHashMap<>(base.params());
        axes.stream()
                .filter(axis -> axis.root().equals("params"))
                .forEach(axis -> params.put(axis.parameter(), axis.domain().get(0)));
        return params;
    }

    private static boolean namesParams(ConfigValue raw) {
        String text = raw.render(ConfigRenderOptions.concise());
        return text.contains("${params.") || text.contains("${?params.");
    }

    private FileParts withConfig(boolean asTemplates) {
        FileParts more = parts;
        Map<String, Object> names = ConfigRoots.names(
                base.configs(),
                (root, config) -> config.resolved()
                        .map(ResolvedConfig::values)
                        .map(values -> asTemplates ? Templates.of(root, values) : values)
                        .orElse(Map.of()));
        for (Map.Entry<String, Object> name : names.entrySet()) {
            more = more.with(name.getKey(), name.getValue());
        }
        return more;
    }

    private void attempt(FileParts names, Object texts, String key) {
        attemptAt(names, texts, parts.where(key));
    }

    private void attemptAt(FileParts names, Object texts, String where) {
        if (base.isResolved()) {
            parts.problems().attempt(() -> Scope.of(names.names()).expand(texts, where));
        }
    }
}
