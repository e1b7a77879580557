package io.flowsweep.sweep.expression;

import io.flowsweep.codec.PlainValues;
import io.flowsweep.config.ConfigPaths;
import io.flowsweep.sweep.expression.Token.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts an expression into tokens. */
final class Lexer {

    private static final Pattern NUMBER = Pattern.compile("(?=\\.?\\d)\\d*(\\.\\d+)?([eE][+-]?\\d+)?");
    private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
    private static final List<String> SYMBOLS = List.of("==", "!=", "<=", ">=", "&&", "||", "**", "//", "->", "..");
    private static final String SINGLE = "<>+-*/%!?:,.()[]{}";

    /** What other languages write, and what is written here. */
    private static final Map<String, String> FOREIGN = Map.of(
            "**", "Write pow(x, y).",
            "//", "Write floor(x / y).",
            "->", "There are no functions to define.",
            "..", "Write x >= 1 and x <= 4.");

    private final String text;
    private final List<String> dashed;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    Lexer(String text, Collection<String> known) {
        this.text = text;
        this.dashed = dashed(known);
    }

    List<Token> tokens() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (c == '"' || c == '\'') {
                int start = at;
                String value = quoted();
                add(Kind.TEXT, start, value);
            } else if (!number() && !name()) {
                symbol();
            }
        }
        tokens.add(new Token(Kind.END, "", "", text.length()));
        return tokens;
    }

    private boolean number() {
        Matcher number = at(NUMBER);
        if (!number.lookingAt()) {
            return false;
        }
        int start = at;
        at = number.end();
        if (at(WORD).lookingAt()) {
            throw new ExpressionFault(
                    "\"" + text.substring(start, at + 1) + "…\" is no number",
                    start,
                    "Write numbers as 1000, 0.5 or 1e-3, without a unit.");
        }
        double value = Double.parseDouble(number.group());
        if (Double.isInfinite(value)) {
            throw new ExpressionFault("the number is too large", start, "The largest is 1.79e308.");
        }
        boolean digits = number.group(1) == null && number.group(2) == null;
        add(Kind.NUMBER, start, PlainValues.canonical(digits ? new BigDecimal(number.group()) : (Number) value));
        return true;
    }

    private boolean name() {
        int start = at;
        List<String> segments = new ArrayList<>();
        for (String known : dashed) {
            if (text.startsWith(known, at) && !continues(at + known.length())) {
                at += known.length();
                segments.addAll(ConfigPaths.split(known));
                break;
            }
        }
        if (segments.isEmpty() && !segment(segments)) {
            return false;
        }
        while (at < text.length() && text.charAt(at) == '.') {
            at++;
            if (at < text.length() && text.charAt(at) == '"') {
                segments.add(quoted());
            } else if (!segment(segments)) {
                at--;
                break;
            }
        }
        add(Kind.NAME, start, List.copyOf(segments));
        return true;
    }

    private boolean segment(List<String> segments) {
        Matcher word = at(WORD);
        if (!word.lookingAt()) {
            return false;
        }
        segments.add(word.group());
        at = word.end();
        return true;
    }

    /** Whether a word would go on at an offset. */
    private boolean continues(int offset) {
        return offset < text.length() && (Character.isLetterOrDigit(text.charAt(offset)) || text.charAt(offset) == '_');
    }

    private String quoted() {
        int start = at;
        char quote = text.charAt(at++);
        StringBuilder value = new StringBuilder();
        while (at < text.length() && text.charAt(at) != quote) {
            char c = text.charAt(at++);
            if (c == '\\' && at < text.length()) {
                c = escaped(text.charAt(at++));
            }
            value.append(c);
        }
        if (at == text.length()) {
            throw new ExpressionFault("the text has no end", start, "Close it with " + quote + ".");
        }
        at++;
        return value.toString();
    }

    private char escaped(char c) {
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case '\\', '"', '\'' -> c;
            default ->
                throw new ExpressionFault("\"\\" + c + "\" stands for nothing", at - 2, "Write \\\\ for a backslash.");
        };
    }

    private void symbol() {
        int start = at;
        for (String symbol : SYMBOLS) {
            if (text.startsWith(symbol, at)) {
                if (FOREIGN.containsKey(symbol)) {
                    throw new ExpressionFault("there is no \"" + symbol + "\"", at, FOREIGN.get(symbol));
                }
                at += symbol.length();
                add(Kind.SYMBOL, start, symbol);
                return;
            }
        }
        char c = text.charAt(at);
        if (c == '=') {
            throw new ExpressionFault("\"=\" would assign", at, "Compare with ==, and write { key: value } for a map.");
        }
        if (c == '&' || c == '|') {
            throw new ExpressionFault("there is no \"" + c + "\"", at, "Write and, or; && and || mean the same.");
        }
        if (c == '$') {
            throw new ExpressionFault("there is no ${…} in an expression", at, "Write the path alone: config.cpu.");
        }
        if (SINGLE.indexOf(c) < 0) {
            throw new ExpressionFault(
                    "\"" + Character.toString(text.codePointAt(at)) + "\" has no meaning here",
                    at,
                    "“”„‘’".indexOf(c) < 0
                            ? ""
                            : "Write straight quotes, \"…\" around the whole and '…' around a text in it.");
        }
        at++;
        add(Kind.SYMBOL, start, c);
    }

    private Matcher at(Pattern pattern) {
        return pattern.matcher(text).region(at, text.length());
    }

    private void add(Kind kind, int start, Object value) {
        tokens.add(new Token(kind, text.substring(start, at), value, start));
    }

    /** The known names that have a dash and the paths above them that do, the longest first. */
    private static List<String> dashed(Collection<String> known) {
        Set<String> names = new HashSet<>();
        for (String path : known) {
            if (path.indexOf('-') >= 0) {
                List<String> segments = ConfigPaths.split(path);
                for (int n = 1; n <= segments.size(); n++) {
                    names.add(ConfigPaths.join(segments.subList(0, n)));
                }
            }
        }
        return names.stream()
                .filter(name -> name.indexOf('-') >= 0)
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
    }
}
