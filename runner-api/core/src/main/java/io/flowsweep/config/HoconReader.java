package io.flowsweep.config;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigSyntax;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import com.typesafe.config.ConfigValueType;
import io.flowsweep.config.format.Structured;
import io.flowsweep.errors.InvalidInputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Parses one document with all that it includes. Confined to one thread. */
final class HoconReader {

    private static final int MOST_FILES = 1000;

    private final Path root;
    private final boolean accepted;
    private final Set<Path> files = new LinkedHashSet<>();
    private final List<Path> open = new ArrayList<>();
    private int included;

    /** See {@link ProjectReader}. */
    HoconReader(Path root, boolean accepted) {
        this.root = root.toAbsolutePath().normalize();
        this.accepted = accepted;
    }

    /** A parsed text: its unresolved root, and its keys, those of included files in the place of the include. */
    private record Parsed(ConfigObject root, List<Key> keys) {}

    private record Key(List<String> path, String where, boolean selfReferring, Optional<String> replaced) {}

    /** @param format absent: by the file's extension */
    ConfigDocument file(Path file, Optional<ConfigFormat> format, String where) {
        return document(parseFile(file.toAbsolutePath().normalize(), format, where));
    }

    ConfigDocument text(String text, ConfigFormat format, String description, Path directory) {
        return document(parse(text, description, directory.toAbsolutePath().normalize(), format));
    }

    private ConfigDocument document(Parsed parsed) {
        refuseInfinite(parsed.root);
        List<KeyPlace> keys = parsed.keys.stream()
                .map(key -> new KeyPlace(ConfigPaths.join(key.path), key.where, key.selfReferring, key.replaced))
                .toList();
        return new ConfigDocument(parsed.root, ConfigFactory.empty().root(), keys, Set.copyOf(files));
    }

    /** Both libraries make an infinity of a number that is too large, without a word. */
    private static void refuseInfinite(ConfigValue value) {
        try {
            if (value instanceof ConfigObject object) {
                object.values().forEach(HoconReader::refuseInfinite);
            } else if (value instanceof ConfigList list) {
                list.forEach(HoconReader::refuseInfinite);
            } else if (value.valueType() == ConfigValueType.NUMBER
                    && Double.isInfinite(((Number) value.unwrapped()).doubleValue())) {
                throw new InvalidInputException(
                        "a number is too large", SourcePlaces.of(value.origin()), "The largest is 1.79e308.");
            }
        } catch (ConfigException.NotResolved e) {
            // what a substitution makes cannot be seen yet
        }
    }

    private Parsed parseFile(Path file, Optional<ConfigFormat> given, String where) {
        if (open.contains(file)) {
            throw new InvalidInputException(
                    SourcePlaces.of(file) + " includes itself", where, "Remove one of the includes of the circle.");
        }
        if (++included > MOST_FILES) {
            throw new InvalidInputException(
                    "more than " + MOST_FILES + " files are included, most of them again and again", where, "");
        }
        ConfigFormat format = given.orElseGet(() -> ConfigFiles.format(file, where));
        String text = ConfigFiles.read(file, where);
        files.add(file);
        open.add(file);
        try {
            return parse(text, SourcePlaces.of(file), file.getParent(), format);
        } finally {
            open.remove(file);
        }
    }

    private Parsed parse(String text, String description, Path directory, ConfigFormat format) {
        return format.reader()
                .map(reader -> structured(reader.read(text, description), description))
                .orElseGet(() -> parseHocon(text, description, directory, format));
    }

    private static Parsed structured(Structured text, String description) {
        List<Key> keys = text.keys().stream()
                .map(key -> new Key(key.path(), description + ":" + key.line(), false, Optional.empty()))
                .toList();
        return new Parsed(ConfigValueFactory.fromMap(text.values(), description), keys);
    }

    private Parsed parseHocon(String text, String description, Path directory, ConfigFormat format) {
        Map<String, Parsed> included = new HashMap<>();
        FileIncluder includer =
                new FileIncluder(description, directory, root, name -> lineOf(text, name), (name, file) -> {
                    Parsed parsed = parseFile(file, Optional.empty(), description + ":" + lineOf(text, name));
                    included.put(name, parsed);
                    return parsed.root;
                });
        ConfigParseOptions options = ConfigParseOptions.defaults()
                .setSyntax(format == ConfigFormat.JSON ? ConfigSyntax.JSON : ConfigSyntax.CONF)
                .setOriginDescription(description)
                .setIncluder(includer);
        try {
            ConfigObject parsed = ConfigFactory.parseString(text, options).root();
            TypographicQuotes.refuse(parsed, text);
            return outlined(parsed, text, description, included);
        } catch (ConfigException e) {
            if (format == ConfigFormat.JSON) {
                RepeatedKeys.of(HoconOutline.of(text)).refuse(description); // to the library, a mistake of syntax
            }
            throw new InvalidInputException(HoconProblems.syntax(e, text, description));
        } catch (StackOverflowError e) {
            throw new InvalidInputException(HoconProblems.tooDeep(description));
        }
    }

    private Parsed outlined(ConfigObject root, String text, String description, Map<String, Parsed> included) {
        List<Key> keys = new ArrayList<>();
        List<HoconOutline.Entry> entries = HoconOutline.of(text);
        RepeatedKeys repeated = RepeatedKeys.of(entries);
        if (!accepted) {
            repeated.refuse(description);
        }
        for (HoconOutline.Entry entry : entries) {
            if (entry.include() == null) {
                Optional<String> replaced = repeated.replaced(entry).map(earlier -> description + ":" + earlier.line());
                keys.add(new Key(entry.path(), description + ":" + entry.line(), entry.selfReferring(), replaced));
            } else if (included.containsKey(entry.include())) {
                for (Key key : included.get(entry.include()).keys) {
                    List<String> path = new ArrayList<>(entry.path());
                    path.addAll(key.path);
                    keys.add(new Key(List.copyOf(path), key.where, key.selfReferring, key.replaced));
                }
            }
        }
        return new Parsed(root, keys);
    }

    private static int lineOf(String text, String include) {
        return HoconOutline.of(text).stream()
                .filter(entry -> include.equals(entry.include()))
                .mapToInt(HoconOutline.Entry::line)
                .findFirst()
                .orElseGet(() -> lineWith(text, "\"" + include + "\""));
    }

    private static int lineWith(String text, String part) {
        int at = Math.max(0, text.indexOf(part));
        return (int) text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
    }
}
