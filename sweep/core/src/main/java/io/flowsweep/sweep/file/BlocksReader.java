package io.flowsweep.sweep.file;

import com.typesafe.config.ConfigValueFactory;
import io.flowsweep.codec.KeyStyle;
import io.flowsweep.codec.PlainValues;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code run}, {@code jvm { home, options }} and {@code environment { NAME = value }} as each variant resolves them. */
final class BlocksReader {

    static final Set<String> JVM = Set.of("home", "options");

    private final VariantTexts texts;
    private final FileContext context;

    BlocksReader(VariantTexts texts, FileContext context) {
        this.texts = texts;
        this.context = context;
    }

    VariantBlocks read(Section top, FileNames names) {
        Map<String, Object> jvm = snake(texts.block("jvm"));
        checkJvm(jvm, top.where("jvm"), context);
        jvm.computeIfPresent(
                "home",
                (key, home) ->
                        home instanceof String folder ? names.fromSweepFile(folder, top.where("jvm.home")) : home);
        Map<String, Object> environment = texts.block("environment");
        environment.forEach((name, value) -> checkVariable(name, value, top.where("environment"), context));
        return new VariantBlocks(snake(texts.block("run")), jvm, environment);
    }

    /** Reports an axis value, or a given one, that {@code jvm} cannot have. */
    static void checkJvm(Map<String, Object> jvm, String where, FileContext context) {
        Section section = new Section(
                "jvm", ConfigValueFactory.fromMap(jvm, where).toConfig().root(), where, context);
        section.allow(JVM, Set.of());
        Object home = jvm.get("home");
        if (home != null && !(home instanceof String || home instanceof Integer || home instanceof Long)) {
            section.wrong("home", "the folder of a JDK, or the version of one on this machine, for instance 17", home);
        }
        Object options = jvm.getOrDefault("options", List.of());
        boolean texts = options instanceof String
                || options instanceof List<?> list && list.stream().allMatch(String.class::isInstance);
        if (!texts) {
            section.wrong("options", "a list of texts, for instance [\"-Xss4m\"]", options);
        }
    }

    /** Reports what cannot be a variable. */
    static void checkVariable(String name, Object value, String where, FileContext context) {
        if (value == null || value instanceof Map || value instanceof List) {
            context.problems()
                    .add(
                            where,
                            "the variable \"" + name + "\" must be a text, but is " + PlainValues.text(value),
                            "Leave it out to inherit it.");
        }
        if (name.isEmpty() || name.indexOf('=') >= 0) {
            context.problems().add(where, "\"" + name + "\" cannot be the name of a variable", "");
        }
    }

    /** Keys as the manual spells them, one level deep and in the objects that have words of ours. */
    private static Map<String, Object> snake(Map<String, Object> block) {
        Map<String, Object> snake = new LinkedHashMap<>();
        block.forEach((key, value) -> {
            String word = KeyStyle.canonical(key);
            boolean words = value instanceof Map && !word.equals("pools");
            Object inner = value;
            if (words) {
                Map<String, Object> spelled = new LinkedHashMap<>();
                ((Map<?, ?>) value).forEach((k, v) -> spelled.put(KeyStyle.canonical((String) k), v));
                inner = spelled;
            }
            snake.put(word, inner);
        });
        return snake;
    }
}
