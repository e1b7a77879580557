package io.flowsweep.sweep.space;

import io.flowsweep.config.ConfigDocument;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

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
    public record Option(String name, ConfigDocument content, Path file) implements Choice {}

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
        return options.stream()
                .filter(option -> option.name().equals(name))
                .<Choice>map(option -> option)
                .findFirst();
    }
}
