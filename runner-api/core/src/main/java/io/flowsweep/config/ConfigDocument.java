package io.flowsweep.config;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigOriginFactory;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import io.flowsweep.codec.PlainValues;
import io.flowsweep.errors.InvalidInputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A config document: parsed, with its includes, but not resolved, so that an override reaches the substitutions that use
 * it. Environment variables and system properties never enter. Immutable and thread-safe.
 *
 * <p>Inside the document {@code ${x}} and {@code ${config.x}} both mean its own {@code x}; {@code config} and {@code let}
 * are therefore no names for its own top-level keys.
 */
public final class ConfigDocument {

    private static final List<String> RESERVED = List.of("config", "let");

    private final ConfigObject base;
    private final ConfigObject overrides;
    private final List<KeyPlace> keys;
    private final Set<Path> files;

    /** Whether {@code ${config.…}} occurs, so that resolving needs the document under that name too. */
    private final boolean aliased;

    ConfigDocument(ConfigObject base, ConfigObject overrides, List<KeyPlace> keys, Set<Path> files) {
        this(base, overrides, keys, files, !base.toConfig().isResolved() && refersToConfig(base));
    }

    private ConfigDocument(
            ConfigObject base, ConfigObject overrides, List<KeyPlace> keys, Set<Path> files, boolean aliased) {
        this.base = base;
        this.overrides = overrides;
        this.aliased = aliased;
        this.keys = keys;
        this.files = files;
    }

    /**
     * Reads a file; its extension tells the format ({@link ConfigFormat}).
     *
     * @param projectRoot includes are files below this folder, also after symbolic links are followed
     * @throws InvalidInputException when the file, or one that it includes, is missing, unreadable or not well formed
     */
    public static ConfigDocument load(Path file, Path projectRoot) {
        return load(file, projectRoot, "");
    }

    /** The same, for a file named at {@code where} ({@code file:line}), which errors about a missing file tell. */
    public static ConfigDocument load(Path file, Path projectRoot, String where) {
        return load(file, Optional.empty(), projectRoot, where);
    }

    /** The same for a file in a format that its name need not tell. */
    public static ConfigDocument load(Path file, Optional<ConfigFormat> format, Path projectRoot, String where) {
        return ProjectReader.of(projectRoot).file(file, format, where);
    }

    /**
     * The text of a file, for who parses it himself.
     *
     * @param where the place that names the file, for errors
     * @throws InvalidInputException when it is missing, unreadable or no UTF-8 text
     */
    public static String textOf(Path file, String where) {
        return ConfigFiles.read(file, where);
    }

    /**
     * Parses HOCON.
     *
     * @param description what errors call the text, in the place of a file
     * @param directory where relative includes start
     * @throws InvalidInputException as {@link #load(Path, Path)}
     */
    public static ConfigDocument ofText(String hocon, String description, Path directory, Path projectRoot) {
        return ofText(hocon, ConfigFormat.HOCON, description, directory, projectRoot);
    }

    /** The same for a text in another format. */
    public static ConfigDocument ofText(
            String text, ConfigFormat format, String description, Path directory, Path projectRoot) {
        return ProjectReader.of(projectRoot).text(text, format, description, directory);
    }

    /**
     * A document of plain values; keys are keys, not paths, and {@code ${…}} in a string is only text.
     *
     * @param description where the values come from, for errors
     * @throws IllegalArgumentException when a value is not plain
     */
    public static ConfigDocument of(Map<String, ?> plain, String description) {
        return of(ConfigValueFactory.fromMap(PlainValues.canonicalMap(plain), description), List.of());
    }

    /**
     * A document whose root is an object of another document, unresolved.
     *
     * @param keys the places of its keys, as far as known
     */
    public static ConfigDocument of(ConfigObject root, List<KeyPlace> keys) {
        return new ConfigDocument(root, ConfigFactory.empty().root(), List.copyOf(keys), Set.of());
    }

    /** The unresolved root, overrides not included. */
    public ConfigObject root() {
        return base;
    }

    /** Every key in the order of the text, included files in the place of their include; empty for plain values. */
    public List<KeyPlace> keys() {
        return keys;
    }

    /** The files that were read, included ones too. */
    public Set<Path> files() {
        return files;
    }

    /** See {@link #with(String, Object, String)}; the value's origin is the word {@code override}. */
    public ConfigDocument with(String path, Object plain) {
        return with(path, plain, "override");
    }

    /**
     * A copy in which {@code path} has this value. It replaces what is there (an object is not merged), it is seen by
     * every substitution, and the path need not exist. A later override wins.
     *
     * @param where what {@link ResolvedConfig#origin} then tells, for instance {@code file:line}
     * @throws InvalidInputException when the path leads into a list or a scalar
     * @throws IllegalArgumentException when the value is not plain
     */
    public ConfigDocument with(String path, Object plain, String where) {
        List<String> segments = ConfigPaths.split(path);
        for (int n = 1; n < segments.size(); n++) {
            checkObject(segments.subList(0, n), path, where);
        }
        ConfigValue value = ConfigValueFactory.fromAnyRef(PlainValues.canonical(plain), where);
        return overridden(path, value, where, aliased);
    }

    /**
     * The same for a value whose texts may hold {@code ${…}}: these are substitutions, as they would be in the document's own
     * text. A text that is one substitution takes its type.
     */
    public ConfigDocument withSubstitutions(String path, Object plain, String where) {
        String hocon = SubstitutionText.of(PlainValues.canonical(plain));
        try {
            ConfigValue value = ConfigFactory.parseString("value = " + hocon)
                    .root()
                    .get("value")
                    .withOrigin(ConfigOriginFactory.newSimple(where));
            ConfigDocument checked = with(path, null, where);
            return overridden(path, value, where, checked.aliased || hocon.contains("${config."));
        } catch (ConfigException e) {
            throw new InvalidInputException(
                    "a reference in " + PlainValues.text(plain) + " is no path", where, "Write ${config.cpu}.");
        }
    }

    private ConfigDocument overridden(String path, ConfigValue plain, String where, boolean refersToConfig) {
        // Falling back to null stops the merge of an object with whatever is below.
        ConfigValue value =
                plain instanceof ConfigObject ? plain.withFallback(ConfigValueFactory.fromAnyRef(null, where)) : plain;
        ConfigObject override = value.atPath(path).root();
        return new ConfigDocument(base, override.withFallback(overrides), keys, files, refersToConfig);
    }

    /** A copy without what is at the path, as far as this document itself and not a substitution puts it there. */
    public ConfigDocument without(String path) {
        List<String> segments = ConfigPaths.split(path);
        return new ConfigDocument(
                UnresolvedTree.without(base, segments),
                UnresolvedTree.without(overrides, segments),
                keys,
                files,
                aliased);
    }

    /** The same document with all overrides in its {@link #root}; {@link #keys} then leaves out what they set. */
    public ConfigDocument settled() {
        List<KeyPlace> own = keys.stream()
                .filter(key -> UnresolvedTree.find(overrides, ConfigPaths.split(key.path())) == null)
                .toList();
        return new ConfigDocument(
                overrides.withFallback(base), ConfigFactory.empty().root(), own, files, aliased);
    }

    /** Whether the value at the path, or anything in it, is or holds a substitution. */
    public boolean hasSubstitution(String path) {
        ConfigValue value = UnresolvedTree.find(overrides.withFallback(base), ConfigPaths.split(path));
        return value != null && !value.atKey("value").isResolved();
    }

    /**
     * A copy in which {@code path} is what {@code other} has there, unresolved: it replaces what is there (an object is not
     * merged), and its substitutions find this document's keys.
     *
     * @throws IllegalArgumentException when {@code other} has nothing there
     */
    public ConfigDocument replace(String path, ConfigDocument other) {
        List<String> segments = ConfigPaths.split(path);
        ConfigValue value = UnresolvedTree.find(other.base, segments);
        if (value == null) {
            throw new IllegalArgumentException("nothing at " + path);
        }
        ConfigObject without = UnresolvedTree.without(base, segments);
        ConfigObject overridden = UnresolvedTree.without(overrides, segments);
        return new ConfigDocument(
                without, value.atPath(path).root().withFallback(overridden), keys, files, aliased || other.aliased);
    }

    /** A copy onto which {@code other} is merged, unresolved: its values win, its objects are merged with those here. */
    public ConfigDocument merge(ConfigDocument other) {
        ConfigObject winner = other.overrides.withFallback(other.base);
        return new ConfigDocument(base, winner.withFallback(overrides), keys, files, aliased || other.aliased);
    }

    /**
     * This document as if its text followed that of another: its values win, its objects are merged over those there, and
     * keys and files are those of both.
     */
    public ConfigDocument after(ConfigDocument first) {
        List<KeyPlace> both = new ArrayList<>(first.keys);
        both.addAll(keys);
        Set<Path> read = new HashSet<>(first.files);
        read.addAll(files);
        return new ConfigDocument(
                overrides.withFallback(base).withFallback(first.overrides).withFallback(first.base),
                ConfigFactory.empty().root(),
                List.copyOf(both),
                Set.copyOf(read),
                aliased || first.aliased);
    }

    /** Resolves the document on its own. */
    public ResolvedConfig resolve() {
        return resolve(of(Map.of(), ""));
    }

    /**
     * Resolves all substitutions.
     *
     * @param let further names that substitutions find, {@code let} for instance; none of them is part of the result, and a
     *     top-level key of this document hides one of the same name
     * @throws InvalidInputException when a substitution finds nothing or refers to itself, when a top-level key is called
     *     {@code config} or {@code let}, when a key builds on its own earlier value while {@code ${config.…}} is used (the
     *     library would lose that value), or when the nesting is too deep
     */
    public ResolvedConfig resolve(ConfigDocument let) {
        ConfigObject merged = overrides.withFallback(base);
        refuseReserved(merged);
        if (aliased && !merged.toConfig().isResolved()) {
            refuseSelfReferences();
        }
        return new ResolvedConfig(Substitutions.of(merged, aliased, let.base), this::place);
    }

    /**
     * Resolves one value of a document with the given names and nothing else, not even the rest of the document.
     *
     * @param key the value's own key, which only its own {@code +=} sees
     * @throws InvalidInputException as {@link #resolve(ConfigDocument)}
     */
    public static ConfigValue resolveValue(String key, ConfigValue value, ConfigDocument names) {
        return Substitutions.ofValue(key, value, names.base);
    }

    /**
     * typesafe-config loses the earlier value of a key that refers to itself when the same object also stands under a
     * second name, without a word.
     */
    private void refuseSelfReferences() {
        for (KeyPlace key : keys) {
            if (key.selfReferring() && UnresolvedTree.find(overrides, ConfigPaths.split(key.path())) == null) {
                throw new InvalidInputException(
                        "\"" + key.path()
                                + "\" builds on its own earlier value, which does not go together with ${config.…}"
                                + " or an inline config",
                        key.where(),
                        "Write the whole value in one place, or put the config into a file that uses no ${config.…}.");
            }
        }
    }

    private static boolean refersToConfig(ConfigObject base) {
        try {
            String text = base.render(ConfigRenderOptions.concise());
            if (TextSize.isTooLarge(base, text)) {
                throw new InvalidInputException(
                        "its substitutions make more than " + TextSize.MOST + " characters",
                        SourcePlaces.of(base.origin()),
                        "Repeat less.");
            }
            return text.contains("${config.") || text.contains("${?config.");
        } catch (StackOverflowError e) {
            throw new InvalidInputException(HoconProblems.tooDeep(SourcePlaces.of(base.origin())));
        }
    }

    /** Where the text sets a path, the last time; null when an override does or nothing is known. */
    private String place(List<String> path) {
        if (UnresolvedTree.find(overrides, path) != null) {
            return null;
        }
        String joined = ConfigPaths.join(path);
        return keys.stream()
                .filter(key -> key.path().equals(joined))
                .map(KeyPlace::where)
                .reduce((first, second) -> second)
                .orElse(null);
    }

    private void refuseReserved(ConfigObject merged) {
        for (String name : RESERVED) {
            if (merged.containsKey(name)) {
                throw new InvalidInputException(
                        "a config document cannot have a top-level key \"" + name + "\": ${" + name
                                + ".…} has a meaning of its own",
                        SourcePlaces.of(merged.get(name).origin()),
                        "Rename it.");
            }
        }
    }

    private void checkObject(List<String> prefix, String path, String where) {
        ConfigValue found = UnresolvedTree.find(overrides, prefix);
        if (found == null) {
            found = UnresolvedTree.find(base, prefix);
        }
        if (found == null
                || found instanceof ConfigObject
                || !UnresolvedTree.isResolved(found)
                || found.unwrapped() == null) {
            return;
        }
        String owner = ConfigPaths.join(prefix);
        boolean list = found instanceof ConfigList;
        throw new InvalidInputException(
                "\"" + path + "\" cannot be set: \"" + owner + "\" is "
                        + (list ? "a list" : "the " + PlainValues.kind(found.unwrapped()) + " " + found.unwrapped())
                        + " (" + SourcePlaces.of(found.origin()) + ")",
                where.equals("override") ? "" : where,
                list ? "Give the whole list \"" + owner + "\"." : "Set \"" + owner + "\" itself.");
    }
}
