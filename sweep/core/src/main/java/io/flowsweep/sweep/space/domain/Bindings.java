package io.flowsweep.sweep.space.domain;

import io.flowsweep.config.ConfigDocument;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Named sets of values; the axis' value is the name.
 *
 * @param bindings at least one, names differ
 */
public record Bindings(List<Binding> bindings) implements Domain {

    /**
     * One binding.
     *
     * @param configs are merged over the base configs, by their roots: {@code config}, or {@code configs.NAME}
     * @param others path with its root to plain value, for what is no config
     */
    public record Binding(String name, Map<String, ConfigDocument> configs, Map<String, Object> others, String where)
            implements Choice {}

    /** @throws IllegalArgumentException when there is none, or two have one name */
    public Bindings {
        bindings = List.copyOf(bindings);
        if (bindings.isEmpty()
                || bindings.stream().map(Binding::name).distinct().count() < bindings.size()) {
            throw new IllegalArgumentException("bindings need names that differ, at least one");
        }
    }

    @Override
    public long size() {
        return bindings.size();
    }

    @Override
    public Object get(long index) {
        return bindings.get((int) Objects.checkIndex(index, size())).name();
    }

    @Override
    public Optional<Choice> choice(Object name) {
        return Choice.named(name, bindings);
    }
}
