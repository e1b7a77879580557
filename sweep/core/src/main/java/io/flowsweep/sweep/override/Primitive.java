package io.flowsweep.sweep.override;

import io.flowsweep.codec.PlainValues;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;

/** A scalar without quotes. */
final class Primitive {

    private static final Pattern INTEGER = Pattern.compile("[+-]?(0|[1-9](_?\\d)*+)");
    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?(\\d(_?\\d)*+\\.?|(\\d(_?\\d)*+)?\\.\\d(_?\\d)*+)([eE][+-]?\\d(_?\\d)*+)?");
    private static final Pattern NOT_FINITE = Pattern.compile("[+-]?(inf|nan)", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_NUMBER = 400;

    /** What ends it; each may be escaped. */
    private static final String SPECIAL = "()[]{}=,";

    private static final String ESCAPABLE = "\\ \t:" + SPECIAL;

    private Primitive() {}

    /**
     * Reads up to a special character or the end; blanks around it do not count.
     *
     * @param alsoEndsAt further characters that end it
     */
    static Element read(Characters text, String alsoEndsAt) {
        int start = text.at();
        StringBuilder value = new StringBuilder();
        boolean escaped = false;
        int solid = 0;
        while (!text.ended() && (SPECIAL + alsoEndsAt).indexOf(text.peek()) < 0) {
            if (text.peek() == '\'' || text.peek() == '"') {
                throw text.fault("a quote cannot stand inside of a value", "Put all of it in quotes: path=\"it's\".");
            }
            if (text.take("${")) {
                value.append("${").append(reference(text));
                solid = value.length();
                continue;
            }
            char c = text.next();
            boolean escape = c == '\\' && !text.ended() && ESCAPABLE.indexOf(text.peek()) >= 0;
            value.append(escape ? text.next() : c);
            escaped |= escape;
            solid = escape || !Character.isWhitespace(c) ? value.length() : solid;
        }
        value.setLength(solid);
        if (value.length() == 0) {
            throw text.fault(
                    "a value must stand here, not " + (text.ended() ? "the end" : "\"" + text.shown() + "\""),
                    "Write '' for an empty text.");
        }
        String written = value.toString();
        References.check(written, start);
        return new Element(escaped ? written : typed(written, start), written, start);
    }

    /** The text of a reference behind its opening, with its end: special characters have no meaning in it. */
    private static String reference(Characters text) {
        String path = text.word(c -> c != '}');
        if (!text.take("}")) {
            throw text.fault("\"}\" must close ${", "");
        }
        return path + "}";
    }

    private static Object typed(String text, int at) {
        switch (text.toLowerCase(Locale.ROOT)) {
            case "null" -> {
                return null;
            }
            case "true" -> {
                return true;
            }
            case "false" -> {
                return false;
            }
            default -> {
                return NOT_FINITE.matcher(text).matches() ? refuse(text, at) : numberOrText(text, at);
            }
        }
    }

    /** The number that a text is, else the text. */
    static Object numberOrText(String text, int at) {
        if (text.length() > LONGEST_NUMBER) {
            return text;
        }
        if (INTEGER.matcher(text).matches()) {
            return PlainValues.canonical(new BigDecimal(text.replace("_", "")));
        }
        if (!DECIMAL.matcher(text).matches() || text.matches("[+-]?0[\\d_]+")) {
            return text;
        }
        double number = Double.parseDouble(text.replace("_", ""));
        return Double.isInfinite(number) ? refuse(text, at) : PlainValues.canonical(number);
    }

    private static Object refuse(String text, int at) {
        throw new OverrideFault(
                text + " is no number that a config can hold", at, "Put it in quotes to give the text.");
    }
}
