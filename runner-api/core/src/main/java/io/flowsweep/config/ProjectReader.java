package io.flowsweep.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads the documents of one project.
 *
 * @param root includes are files below this folder, also after symbolic links are followed
 * @param accepted whether its documents were read before, maybe by a version that refused less: of a key that is repeated the last value
 *     counts then, as it did
 */
public record ProjectReader(Path root, boolean accepted) {

    /** Of documents that are new: all that is wrong with them is refused. */
    public static ProjectReader of(Path root) {
        return new ProjectReader(root, false);
    }

    /** A file in the format that its extension tells; see {@link ConfigDocument#load(Path, Path, String)}. */
    public ConfigDocument file(Path file, String where) {
        return file(file, Optional.empty(), where);
    }

    ConfigDocument file(Path file, Optional<ConfigFormat> format, String where) {
        return new HoconReader(root, accepted).file(file, format, where);
    }

    /** A text; see {@link ConfigDocument#ofText(String, ConfigFormat, String, Path, Path)}. */
    public ConfigDocument text(String text, ConfigFormat format, String description, Path directory) {
        return new HoconReader(root, accepted).text(text, format, description, directory);
    }
}
