package io.flowsweep.sweep.file;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import io.flowsweep.codec.KeyStyle;
import io.flowsweep.config.ConfigDocument;
import io.flowsweep.config.ConfigFormat;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Suggestions;
import io.flowsweep.sweep.file.base.ConfigRoots;
import io.flowsweep.sweep.file.text.FileNames;
import io.flowsweep.sweep.file.text.FileParts;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code config}, or {@code configs { name { … } }} of a flow that has several. Each stands in braces, or is the name of
 * a file, or a text whose first line names its format:
 *
 * <pre>{@code
 * config = """yaml
 * lr: 0.1
 * """
 * }</pre>
 */
final class ConfigsReader {

    private static final String CURE = "Put the common part into a file and write config { include \"base.conf\" … }.";

    private final FileParts parts;
    private final FileNames names;

    ConfigsReader(FileParts parts, FileNames names) {
        this.parts = parts;
        this.names = names;
    }

    /** The configs of the file by their roots, in the order of the text; empty where something is wrong, which is then a problem. */
    Map<String, Optional<ConfigDocument>> read() {
        Map<String, Optional<ConfigDocument>> configs = new LinkedHashMap<>();
        if (parts.has(ConfigRoots.ONE)) {
            configs.put(ConfigRoots.ONE, config(ConfigRoots.ONE, parts.raw(ConfigRoots.ONE)));
        }
        if (!parts.has(ConfigRoots.SEVERAL)) {
            return configs;
        }
        if (parts.has(ConfigRoots.ONE)) {
            problem(
                    parts.where(ConfigRoots.SEVERAL),
                    "\"config\" and \"configs\" cannot stand side by side",
                    "Write configs { config { … } } for the one called config.");
        }
        if (!(parts.raw(ConfigRoots.SEVERAL) instanceof ConfigObject several && isOpen(several))) {
            problem(
                    parts.where(ConfigRoots.SEVERAL),
                    "\"configs\" must be { … } with the flow's configs by their names",
                    "Write configs { model { … }, data = \"data.yaml\" }.");
            return configs;
        }
        List<String> roots = several.keySet().stream().map(ConfigRoots::of).toList();
        for (String root : parts.context().keys().ordered(roots)) {
            ConfigValue config = several.get(ConfigRoots.name(root).orElseThrow());
            configs.put(root, config(root, config));
        }
        return configs;
    }

    private Optional<ConfigDocument> config(String root, ConfigValue raw) {
        if (raw instanceof ConfigObject inline && isOpen(inline)) {
            return Optional.of(ConfigDocument.of(inline, parts.keysBelow(root + ".")));
        }
        String where = parts.context().keys().where(root, raw);
        Object value = parts.problems()
                .attempt(() -> ConfigDocument.resolveValue("value", raw, parts.namesDocument()))
                .map(ConfigValue::unwrapped)
                .orElse(null);
        if (!(value instanceof String text)) {
            problem(
                    where,
                    "\"" + root
                            + "\" must be { … }, a text or the name of a file; ${…} cannot stand for the whole of it",
                    CURE);
            return Optional.empty();
        }
        return parts.problems().attempt(() -> text.contains("\n") ? inText(text, raw, where) : file(text, where));
    }

    private ConfigDocument file(String written, String where) {
        String name = parts.context().scope().expandText(written, where);
        ConfigDocument config = names.project().file(names.inside(name, where), where);
        if (isOfHydra() && config.root().get("defaults") instanceof ConfigList) {
            throw new InvalidInputException(
                    name + " has a list of defaults, which Hydra puts together",
                    where,
                    "Leave the file to the program, and write what varies: config { lr = 0.1, model = resnet }.");
        }
        return config;
    }

    /** Whether the flow is a program that has a config of its own and takes changes of it. */
    private boolean isOfHydra() {
        return parts.has("flow")
                && parts.raw("flow") instanceof ConfigObject flow
                && flow.entrySet().stream()
                        .anyMatch(entry -> KeyStyle.same(entry.getKey(), "args_style")
                                && "hydra".equals(entry.getValue().unwrapped()));
    }

    /** Empty lines in front of the text give each of its lines the number that it has in the file. */
    private ConfigDocument inText(String text, ConfigValue raw, String where) {
        String first = text.lines().findFirst().orElse("").strip();
        ConfigFormat format = ConfigFormat.named(first)
                .orElseThrow(() -> new InvalidInputException(
                        "the first line of a config that is a text must be its format, but is \"" + first + "\"",
                        where,
                        Suggestions.didYouMean(
                                first,
                                Arrays.stream(ConfigFormat.values())
                                        .map(ConfigFormat::toString)
                                        .toList())));
        int colon = where.lastIndexOf(':');
        int line = Integer.parseInt(where.substring(colon + 1));
        int lines = (int) text.chars().filter(c -> c == '\n').count();
        // The library tells the line in which the text ends.
        int begin = Math.max(line, raw.origin().lineNumber() - lines);
        String body = "\n".repeat(begin - 1) + text.substring(text.indexOf('\n'));
        String file = where.substring(0, colon);
        return names.project().text(body, format, file, names.folder(where));
    }

    private void problem(String where, String what, String cure) {
        parts.problems().add(where, what, cure);
    }

    /** Whether the keys of an unresolved object can be seen. */
    private static boolean isOpen(ConfigObject object) {
        try {
            object.keySet();
            return true;
        } catch (ConfigException.NotResolved e) {
            return false;
        }
    }
}
