package io.flowsweep.planner.config;

import io.flowsweep.config.ConfigDocument;
import io.flowsweep.config.ConfigFormat;
import io.flowsweep.config.ProjectRoot;
import io.flowsweep.config.ResolvedConfig;
import io.flowsweep.config.SourcePlaces;
import io.flowsweep.flow.ConfigParser.Input;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the source of one config.
 *
 * @param parser see {@code FlowConfig.parser()}; may be empty
 * @param flow the class that declares the config, from which parsers are looked up
 * @param folder of the flow's source file
 */
record ConfigReading(String parser, Class<?> flow, Path folder) {

    /**
     * What a source says, and what to call it.
     *
     * @param places {@code file:line} of its values by their paths, as far as they were read from a file
     */
    record Read(ResolvedConfig config, String source, Map<String, String> places) {

        Read(ResolvedConfig config, String source) {
            this(config, source, config.places());
        }
    }

    /** Reads the source that wins: what is given, else the default file, else the default value; empty when there is none. */
    Optional<Read> of(Optional<ConfigSource> given, String defaultFile, String defaultValue, String where) {
        if (given.isPresent()) {
            return found(given.get());
        }
        if (!defaultFile.isEmpty()) {
            return file(folder.resolve(defaultFile), where);
        }
        if (!defaultValue.isEmpty() || !parser.isEmpty()) {
            return text(defaultValue, where);
        }
        return Optional.empty();
    }

    /** Reads one source of a config that no parser of the flow makes. */
    Read given(ConfigSource source) {
        return found(source).orElseThrow();
    }

    private Optional<Read> found(ConfigSource source) {
        if (source instanceof ConfigSource.File file) {
            return file(file.file(), file.description());
        }
        return source instanceof ConfigSource.Text text
                ? text(text.text(), text.description())
                : Optional.of(values((ConfigSource.Value) source));
    }

    /** Reads a file, with what the format or the parser makes of it; empty when the parser makes nothing of it. */
    Optional<Read> file(Path file, String description) {
        Path absolute = file.toAbsolutePath().normalize();
        if (isFormat()) {
            ConfigDocument document =
                    ConfigDocument.load(absolute, ConfigFormat.named(parser), ProjectRoot.of(absolute), description);
            return Optional.of(new Read(document.resolve(), SourcePlaces.of(absolute)));
        }
        String text = ConfigDocument.textOf(absolute, description);
        return parsed(new Input(text, Optional.of(absolute), folder), SourcePlaces.of(absolute));
    }

    /** The same for a text. */
    Optional<Read> text(String text, String description) {
        if (!isFormat()) {
            return parsed(new Input(text, Optional.empty(), folder), description);
        }
        ConfigFormat format = ConfigFormat.named(parser).orElse(ConfigFormat.HOCON);
        Path root = ProjectRoot.of(folder.resolve("config"));
        return Optional.of(new Read(
                ConfigDocument.ofText(text, format, description, folder, root).resolve(), description));
    }

    private static Read values(ConfigSource.Value given) {
        Read read = values(given.value(), given.description());
        return given.places().isEmpty() ? read : new Read(read.config(), read.source(), given.places());
    }

    /** Takes plain values as they are. */
    static Read values(Map<String, ?> values, String description) {
        return new Read(ConfigDocument.of(values, description).resolve(), description);
    }

    /** Whether nothing of the flow's own is needed to read it. */
    boolean isFormat() {
        return parser.isEmpty() || ConfigFormat.named(parser).isPresent();
    }

    private Optional<Read> parsed(Input input, String description) {
        String source = input.text().isEmpty() ? "computed by " + parser : description + ", read by " + parser;
        return ConfigParsers.parse(parser, flow, input, description).map(values -> values(values, source));
    }
}
