package io.flowsweep.config;

import com.typesafe.config.ConfigIncludeContext;
import com.typesafe.config.ConfigIncluder;
import com.typesafe.config.ConfigIncluderClasspath;
import com.typesafe.config.ConfigIncluderFile;
import com.typesafe.config.ConfigIncluderURL;
import com.typesafe.config.ConfigObject;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Suggestions;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Includes files below the project's root, and nothing else: no connection is opened and no class path is read. A file
 * that is missing is an error, {@code required} or not. A name without an extension means {@code .conf}, else
 * {@code .json}.
 *
 * <p>One object serves the includes of one text.
 */
final class FileIncluder implements ConfigIncluder, ConfigIncluderFile, ConfigIncluderURL, ConfigIncluderClasspath {

    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*");

    private final String description;
    private final Path directory;
    private final Path root;
    private final ToIntFunction<String> lines;
    private final BiFunction<String, Path, ConfigObject> reader;

    /**
     * @param description the including text, for errors
     * @param directory where relative names start
     * @param root the project's folder
     * @param lines the line of an include by its name
     * @param reader reads an admitted file
     */
    FileIncluder(
            String description,
            Path directory,
            Path root,
            ToIntFunction<String> lines,
            BiFunction<String, Path, ConfigObject> reader) {
        this.description = description;
        this.directory = directory;
        this.root = root;
        this.lines = lines;
        this.reader = reader;
    }

    @Override
    public ConfigIncluder withFallback(ConfigIncluder fallback) {
        return this;
    }

    @Override
    public ConfigObject include(ConfigIncludeContext context, String name) {
        if (SCHEME.matcher(name).matches()) {
            throw refused(name, "an address cannot be included");
        }
        return reader.apply(name, admitted(name));
    }

    @Override
    public ConfigObject includeFile(ConfigIncludeContext context, File file) {
        return reader.apply(file.getPath(), admitted(file.getPath()));
    }

    @Override
    public ConfigObject includeURL(ConfigIncludeContext context, URL url) {
        throw refused(url.toString(), "an address cannot be included");
    }

    @Override
    public ConfigObject includeResources(ConfigIncludeContext context, String name) {
        throw refused(name, "a resource of the class path cannot be included");
    }

    private Path admitted(String name) {
        Path file = existing(name);
        try {
            if (!file.startsWith(root) || !file.toRealPath().startsWith(root.toRealPath())) {
                throw outside(name);
            }
        } catch (IOException e) {
            throw new InvalidInputException(
                    "the included file \"" + name + "\" cannot be read: " + e.getMessage(), where(name), "");
        }
        return file;
    }

    private Path existing(String name) {
        try {
            Path file = directory.resolve(name).toAbsolutePath().normalize();
            if (!file.startsWith(root)) {
                throw outside(name);
            }
            return Stream.of("", ".conf", ".json")
                    .map(extension -> file.resolveSibling(file.getFileName() + extension))
                    .filter(Files::isRegularFile)
                    .findFirst()
                    .orElseThrow(() -> new InvalidInputException(
                            "the included file \"" + name + "\" does not exist",
                            where(name),
                            Suggestions.didYouMean(String.valueOf(file.getFileName()), ConfigFiles.namesBeside(file))));
        } catch (InvalidPathException e) {
            throw new InvalidInputException("the included name \"" + name + "\" is no path", where(name), "");
        }
    }

    private InvalidInputException outside(String name) {
        return new InvalidInputException(
                "the included file \"" + name + "\" lies outside the project " + root,
                where(name),
                "Copy it into the project.");
    }

    private InvalidInputException refused(String name, String rule) {
        return new InvalidInputException(
                "include of \"" + name + "\": " + rule,
                where(name),
                "Save it as a file of the project and include that by its relative path.");
    }

    private String where(String name) {
        return description + ":" + lines.applyAsInt(name);
    }
}
