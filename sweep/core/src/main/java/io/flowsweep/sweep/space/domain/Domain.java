package io.flowsweep.sweep.space.domain;

import java.util.List;
import java.util.Optional;

/** The values an axis may take: finite, in a fixed order, by index. Immutable. */
public interface Domain {

    /** At least 1. */
    long size();

    /**
     * The value at a position, as a plain value (map, list, string, {@code Long}, {@code Double}, boolean or null).
     *
     * @param index from 0 (inclusive) to {@link #size()} (exclusive)
     * @throws IndexOutOfBoundsException otherwise
     */
    Object get(long index);

    /** Whether all values are numbers made by one rule, so that how a few of them fit a flow tells it of the others. */
    default boolean isSeries() {
        return false;
    }

    /** What a value stands for when it is only a name; empty when it stands for itself. */
    default Optional<Choice> choice(Object value) {
        return Optional.empty();
    }

    /** What the name of an option or a binding stands for. */
    sealed interface Choice permits Group.Option, Bindings.Binding {

        String name();

        /** The one of this name. */
        static Optional<Choice> named(Object name, List<? extends Choice> choices) {
            return choices.stream()
                    .filter(choice -> choice.name().equals(name))
                    .<Choice>map(choice -> choice)
                    .findFirst();
        }
    }
}
