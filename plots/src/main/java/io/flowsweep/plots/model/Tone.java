package io.flowsweep.plots.model;

/**
 * The colour of a mark by its meaning; the renderer has the colours, safe for colour-blind readers.
 *
 * @param value the index of a series from 0, or the place on a ramp from 0 to 1; else 0
 */
public record Tone(Kind kind, double value) {

    /** What a colour says. */
    public enum Kind {
        /** Which series: {@code value} is its index; markers and dashes differ too. */
        SERIES,
        /** How large a number is: {@code value} is its place between the least and the largest. */
        RAMP,
        /** In the background: what is not told apart. */
        REST,
        /** The colour of text: references, whiskers over bars. */
        INK
    }

    /** What is not told apart. */
    public static final Tone REST = new Tone(Kind.REST, 0);

    /** The colour of text. */
    public static final Tone INK = new Tone(Kind.INK, 0);

    /** @param index from 0 */
    public static Tone series(int index) {
        return new Tone(Kind.SERIES, index);
    }

    /** @param place from 0 to 1 */
    public static Tone ramp(double place) {
        return new Tone(Kind.RAMP, place);
    }
}
