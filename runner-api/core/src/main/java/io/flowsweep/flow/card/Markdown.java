package io.flowsweep.flow.card;

import java.util.Objects;

/**
 * Text with CommonMark's markup and tables. HTML in it is shown as it is written; links lead to {@code http}, {@code https}
 * and {@code mailto} only.
 */
public record Markdown(String text) implements CardPart {

    public Markdown {
        Objects.requireNonNull(text, "text");
    }

    public static Markdown of(String text) {
        return new Markdown(text);
    }
}
