package io.flowsweep.flow.card;

import java.util.Objects;
import java.util.Optional;

/**
 * One value to be seen at a glance; values that follow each other stand side by side.
 *
 * @param title what it is
 * @param value a number, a boolean or text; anything else counts as its {@code toString}
 * @param unit of a number
 * @param note a few words below it, for instance what it was before
 */
public record Value(String title, Object value, Optional<String> unit, Optional<String> note) implements CardPart {

    public Value {
        Objects.requireNonNull(title, "title");
        value = Cells.plain(value);
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(note, "note");
    }

    public static Value of(String title, Object value) {
        return new Value(title, value, Optional.empty(), Optional.empty());
    }

    public Value unit(String text) {
        return new Value(title, value, Optional.of(text), note);
    }

    public Value note(String text) {
        return new Value(title, value, unit, Optional.of(text));
    }
}
