package io.flowsweep.config;

import io.flowsweep.config.format.PropertiesText;
import io.flowsweep.config.format.Structured;
import io.flowsweep.config.format.TomlText;
import io.flowsweep.config.format.YamlText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a config document is written; by the extension of its file unless it is named. Only HOCON has {@code ${…}} and includes. */
public enum ConfigFormat {
    HOCON("conf", "hocon"),
    JSON("json"),
    YAML("yaml", "yml"),
    TOML("toml"),
    PROPERTIES("properties");

    private final List<String> extensions;

    ConfigFormat(String... extensions) {
        this.extensions = List.of(extensions);
    }

    /** The format of a file by its extension, in any case; empty for one that no format has. */
    public static Optional<ConfigFormat> of(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> format.extensions.stream().anyMatch(e -> name.endsWith("." + e)))
                .findFirst();
    }

    /** Whether a file is one whose extension tells a format. */
    public static boolean isConfig(Path file) {
        return of(file).isPresent() && Files.isRegularFile(file);
    }

    /** The format with a name, in lower case. */
    public static Optional<ConfigFormat> named(String name) {
        return Arrays.stream(values())
                .filter(format -> format.toString().equals(name))
                .findFirst();
    }

    /** {@code .conf, .hocon, .json, …}, for people. */
    static String allExtensions() {
        return Arrays.stream(values())
                .flatMap(format -> format.extensions.stream())
                .map(e -> "." + e)
                .collect(Collectors.joining(", "));
    }

    /** Reads a text that typesafe-config does not: empty for HOCON and JSON. Their libraries are loaded when first needed. */
    Optional<Structured.Reader> reader() {
        return switch (this) {
            case YAML -> Optional.of((text, description) -> YamlText.read(text, description));
            case TOML -> Optional.of((text, description) -> TomlText.read(text, description));
            case PROPERTIES -> Optional.of((text, description) -> PropertiesText.read(text, description));
            default -> Optional.empty();
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
