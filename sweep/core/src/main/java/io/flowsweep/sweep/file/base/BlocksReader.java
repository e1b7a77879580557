package io.flowsweep.sweep.file.base;

import com.typesafe.config.ConfigValueFactory;
import io.flowsweep.codec.KeyStyle;
import io.flowsweep.codec.PlainValues;
import io.flowsweep.errors.Suggestions;
import io.flowsweep.python.PythonRequest;
import io.flowsweep.sweep.file.text.FileContext;
import io.flowsweep.sweep.file.text.FileNames;
import io.flowsweep.sweep.file.text.Section;
import io.flowsweep.sweep.spec.VariantBlocks;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads {@code run}, {@code jvm { home, options }} and {@code environment { NAME = value }} as each variant resolves them; of the
 * environment {@code python}, {@code packages} and {@code requirements} are no variables, but a Python.
 */
public final class BlocksReader {

    static final Set<String> JVM = Set.of("home", "options");

    private static final Pattern LOWER_CASE = Pattern.compile("[a-z0-9_-]+");

    private final VariantTexts texts;
    private final FileContext context;

    public BlocksReader(VariantTexts texts, FileContext context) {
        this.texts = texts;
        this.context = context;
    }

    public VariantBlocks read(Section top, FileNames names) {
        Map<String, Object> jvm = snake(texts.block("jvm"));
        checkJvm(jvm, top.where("jvm"), context);
        jvm.computeIfPresent(
                "home",
                (key, home) ->
                        home instanceof String folder ? names.fromSweepFile(folder, top.where("jvm.home")) : home);
        Map<String, Object> environment = new LinkedHashMap<>(texts.block("environment"));
        environment.forEach((name, value) -> checkEnvironment(name, value, top.where("environment"), context));
        environment.computeIfPresent(
                "requirements", (key, files) -> fromSweepFile(files, names, top.where("environment.requirements")));
        return new VariantBlocks(snake(texts.block("run")), jvm, environment);
    }

    /** Reports an axis value, or a given one, that {@code jvm} cannot have. */
    public static void checkJvm(Map<String, Object> jvm, String where, FileContext context) {
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

    /** The same files by the names that the sweep file itself would give them. */
    public static Object fromSweepFile(Object files, FileNames names, String where) {
        if (files instanceof List<?> list) {
            return list.stream().map(file -> fromSweepFile(file, names, where)).toList();
        }
        return files instanceof String file ? names.fromSweepFile(file, where) : files;
    }

    /** Reports what can be neither a variable nor a part of a Python. */
    public static void checkEnvironment(String name, Object value, String where, FileContext context) {
        if (PythonRequest.KEYS.contains(name)) {
            checkPython(name, value, where, context);
        } else {
            checkVariable(name, value, where, context);
        }
    }

    private static void checkPython(String name, Object value, String where, FileContext context) {
        boolean text = value instanceof String given && !given.isBlank();
        boolean fits = name.equals("python")
                ? text || value instanceof Number
                : text || value instanceof List<?> list && list.stream().allMatch(String.class::isInstance);
        if (!fits) {
            String wanted = name.equals("python")
                    ? "a version, for instance 3.11, or the path of an interpreter"
                    : "a text or a list of texts, for instance "
                            + (name.equals("packages") ? "[\"numpy==2.1.3\"]" : "\"requirements.txt\"");
            context.problems()
                    .add(
                            where,
                            "environment." + name + " must be " + wanted + ", but is " + PlainValues.text(value),
                            "");
        }
    }

    private static void checkVariable(String name, Object value, String where, FileContext context) {
        Optional<String> word = Suggestions.closest(name, PythonRequest.KEYS);
        if (word.isPresent() && LOWER_CASE.matcher(name).matches()) {
            context.problems()
                    .add(
                            where,
                            "environment." + name + " is hardly meant as a variable",
                            "Did you mean \"" + word.get() + "\"?");
            return;
        }
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
