package io.flowsweep.planner.config;

import io.flowsweep.config.ConfigDocument;
import io.flowsweep.config.SourcePlaces;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.flow.FlowConfig;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A config that is kept as it stands: SQL, a prompt, a template.
 *
 * @param source where it is from, for people
 */
record ConfigText(String text, String source) {

    /** The text of the source that wins; empty when there is none. */
    static Optional<ConfigText> read(FlowConfig declared, Optional<ConfigSource> given, Path folder, String where) {
        if (given.isPresent()) {
            return Optional.of(read(given.get()));
        }
        if (!declared.defaultFile().isEmpty()) {
            return Optional.of(file(folder.resolve(declared.defaultFile()), where));
        }
        return declared.defaultValue().isEmpty()
                ? Optional.empty()
                : Optional.of(new ConfigText(declared.defaultValue(), where));
    }

    private static ConfigText read(ConfigSource given) {
        if (given instanceof ConfigSource.File file) {
            return file(file.file(), file.description());
        }
        if (given instanceof ConfigSource.Text text) {
            return new ConfigText(text.text(), text.description());
        }
        throw new InvalidInputException(
                "it is kept as text, but is given values", given.description(), "Give it a text or a file.");
    }

    private static ConfigText file(Path file, String where) {
        return new ConfigText(ConfigDocument.textOf(file, where), SourcePlaces.of(file));
    }
}
