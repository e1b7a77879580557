package io.flowsweep.sweep.space.domain;

import io.flowsweep.config.ConfigDocument;
import io.flowsweep.config.ConfigFormat;
import io.flowsweep.config.ProjectReader;
import io.flowsweep.config.ProjectRoot;
import io.flowsweep.config.SourcePlaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Files to choose from. The axis' value, column and label is an option's name; what the config gets is the option's
 * content, which replaces whatever the config has there.
 *
 * @param options at least one, in the order of their names, which all differ
 */
public record Group(List<Option> options) implements Domain {

    /**
     * One file of a group.
     *
     * @param name the file's name without its extension
     * @param content a document that holds the file's content at the axis' path below {@code config}
     */
    public record Option(String name, ConfigDocument content, Path file) implements Choice {

        /**
         * The file as an include at the path: so its {@code ${x}} finds its own x first, then one of the config.
         *
         * @param path below the root of the config
         */
        public static Option of(String path, String name, Path file, ProjectReader project) {
            String included =
                    file.getFileName().toString().replace("\\", "\\\\").replace("\"", "\\\"");
            ConfigDocument content = project.text(
                    path + " { include required(\"" + included + "\") }",
                    ConfigFormat.HOCON,
                    SourcePlaces.of(file),
                    file.getParent());
            return new Option(name, content, file);
        }
    }

    /** The config files of a folder, by their names. */
    public static Group of(String path, Path folder) {
        SortedMap<String, Option> options = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(ConfigFormat::isConfig).sorted().toList()) {
                String name = file.getFileName().toString().replaceFirst("\\.[^.]+$", "");
                Option option = Option.of(path, name, file, ProjectReader.of(ProjectRoot.of(file)));
                if (options.put(name, option) != null) {
                    throw new IllegalArgumentException("two files in " + folder + " are called " + name);
                }
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("the folder " + folder + " cannot be read", e);
        }
        return new Group(List.copyOf(options.values()));
    }

    /** @throws IllegalArgumentException when there is no option */
    public Group {
        options = List.copyOf(options);
        if (options.isEmpty()) {
            throw new IllegalArgumentException("an axis needs at least one value");
        }
    }

    @Override
    public long size() {
        return options.size();
    }

    @Override
    public Object get(long index) {
        return options.get((int) Objects.checkIndex(index, size())).name();
    }

    /** @throws IllegalArgumentException when there is no such option */
    public Option option(Object name) {
        return options.stream()
                .filter(option -> option.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no option " + name));
    }

    @Override
    public Optional<Choice> choice(Object name) {
        return Choice.named(name, options);
    }
}
