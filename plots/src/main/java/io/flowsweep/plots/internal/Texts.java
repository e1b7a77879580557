package io.flowsweep.plots.internal;

/** Names from anywhere, made fit to be shown. Lengths count Unicode code points; widths the columns of a terminal. */
public final class Texts {

    private Texts() {}

    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** How many columns of a terminal the text takes: two for a wide character, none for one that combines with the last. */
    public static int width(String text) {
        return text.codePoints().map(CharacterWidth::of).sum();
    }

    /** Control and formatting characters and lone surrogates become spaces, so neither a terminal nor XML trips. */
    public static String clean(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\uFFFE\\uFFFF]", " ");
    }

    /** At most {@code most} columns wide, 1 at least; an ellipsis stands for the end that is cut off. */
    public static String cutEnd(String text, int most) {
        if (width(text) <= most) {
            return text;
        }
        int end = 0;
        for (int left = most - 1; end < text.length(); end = text.offsetByCodePoints(end, 1)) {
            left -= CharacterWidth.of(text.codePointAt(end));
            if (left < 0) {
                break;
            }
        }
        return text.substring(0, end) + "…";
    }

    /**
     * At most {@code most} characters, 3 at least; an ellipsis stands for the middle. Twice as much is kept of the end as of
     * the beginning, as long names (of classes, of files) mostly differ there. A path is cut between its segments.
     */
    public static String cutMiddle(String text, int most) {
        if (length(text) <= most) {
            return text;
        }
        int segments = text.indexOf('/', text.length() - most + 1);
        if (segments > 0 && segments < text.length() - 1 && text.indexOf(' ') < 0) {
            return "…" + text.substring(segments);
        }
        int head = (most - 1) / 3;
        int tail = most - 1 - head;
        return text.substring(0, text.offsetByCodePoints(0, head)) + "…"
                + text.substring(text.offsetByCodePoints(text.length(), -tail));
    }

    /** A number without what is said of how sure it is: {@code 12.3} of {@code 12.3 ± 0.4}; any other text as it is. */
    public static String withoutSpread(String text) {
        int spread = text.indexOf(" ± ");
        return spread < 0 ? text : text.substring(0, spread);
    }
}
