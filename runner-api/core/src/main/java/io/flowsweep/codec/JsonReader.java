package io.flowsweep.codec;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads one JSON text (RFC 8259) from its start to its end; see {@link Json#parse}. Used once. */
final class JsonReader {

    /** How deep objects and lists may stand in each other: far more than anybody writes, far less than a stack holds. */
    private static final int DEEPEST = 1000;

    /** The most digits of a whole number: the time to read one grows with their square. */
    private static final int MOST_DIGITS = 1000;

    /** So many digits fit a long, whatever they are. */
    private static final int DIGITS_OF_LONG = 18;

    private final String text;

    /** The same, without a call for each character: this is read as often as anything, by JVMs that have just started, too. */
    private final char[] chars;

    private int at;
    private int depth;
    private boolean distinct;

    JsonReader(String text) {
        this.text = text;
        this.chars = text.toCharArray();
    }

    /** Refuses a key that stands twice in an object. */
    JsonReader distinct() {
        distinct = true;
        return this;
    }

    Object read() {
        skipBlanks();
        if (at == chars.length) {
            throw new CodecException("expected a JSON value, got nothing");
        }
        Object value = value();
        skipBlanks();
        if (at < chars.length) {
            throw new CodecException("text follows the JSON value at " + place());
        }
        return value;
    }

    private Object value() {
        char c = peek();
        switch (c) {
            case '{' -> {
                return object();
            }
            case '[' -> {
                return array();
            }
            case '"' -> {
                return string();
            }
            case 't' -> {
                return word("true", Boolean.TRUE);
            }
            case 'f' -> {
                return word("false", Boolean.FALSE);
            }
            case 'n' -> {
                return word("null", null);
            }
            default -> {
                if (c == '-' || isDigit(c)) {
                    return number();
                }
                throw unexpected("a value");
            }
        }
    }

    private Map<String, Object> object() {
        Map<String, Object> map = new LinkedHashMap<>();
        deeper();
        if (!closes('}')) {
            do {
                skipBlanks();
                if (peek() != '"') {
                    throw unexpected("a key in quotes");
                }
                String key = string();
                skipBlanks();
                if (peek() != ':') {
                    throw unexpected("a colon after the key");
                }
                at++;
                skipBlanks();
                if (distinct && map.containsKey(key)) {
                    throw new CodecException("\"" + key + "\" is given twice");
                }
                map.put(key, value());
            } while (goesOn('}'));
        }
        depth--;
        return map;
    }

    private List<Object> array() {
        List<Object> list = new ArrayList<>();
        deeper();
        if (!closes(']')) {
            do {
                skipBlanks();
                list.add(value());
            } while (goesOn(']'));
        }
        depth--;
        return list;
    }

    private void deeper() {
        depth++;
        if (depth > DEEPEST) {
            throw fault("values stand in each other more than " + DEEPEST + " deep");
        }
        at++;
    }

    /** Whether what was just opened is empty; then it is passed. */
    private boolean closes(char end) {
        skipBlanks();
        if (peek() != end) {
            return false;
        }
        at++;
        return true;
    }

    /** Whether a comma follows; otherwise the end has been passed. */
    private boolean goesOn(char end) {
        skipBlanks();
        char c = peek();
        if (c != ',' && c != end) {
            throw unexpected("a comma or " + end);
        }
        at++;
        return c == ',';
    }

    private Object word(String word, Object value) {
        if (!text.startsWith(word, at)) {
            throw unexpected("a value");
        }
        at += word.length();
        return value;
    }

    private String string() {
        int start = ++at;
        StringBuilder unescaped = null;
        while (true) {
            at = endOfPlain(at);
            char c = peek();
            if (c == '"') {
                String rest = text.substring(start, at++);
                return unescaped == null ? rest : unescaped.append(rest).toString();
            }
            if (c < ' ') {
                throw fault("a control character in a string is written as an escape such as \\n");
            }
            unescaped = unescaped == null ? new StringBuilder() : unescaped;
            unescaped.append(text, start, at++).append(escape());
            start = at;
        }
    }

    /** The next place in a string where something else than itself stands. */
    private int endOfPlain(int from) {
        int end = from;
        while (end < chars.length && chars[end] >= ' ' && chars[end] != '"' && chars[end] != '\\') {
            end++;
        }
        return end;
    }

    /** The character that an escape stands for, of which the backslash has been passed. */
    private char escape() {
        char c = peek();
        at++;
        switch (c) {
            case '"', '\\', '/' -> {
                return c;
            }
            case 'b' -> {
                return '\b';
            }
            case 'f' -> {
                return '\f';
            }
            case 'n' -> {
                return '\n';
            }
            case 'r' -> {
                return '\r';
            }
            case 't' -> {
                return '\t';
            }
            case 'u' -> {
                int code = 0;
                for (int i = 0; i < 4; i++, at++) {
                    int digit = Character.digit(peek(), 16);
                    if (digit < 0) {
                        throw unexpected("four hexadecimal digits after \\u");
                    }
                    code = code << 4 | digit;
                }
                return (char) code;
            }
            default -> {
                at--;
                throw unexpected("an escape such as \\n or \\u00e4");
            }
        }
    }

    private Object number() {
        int start = at;
        boolean negative = peek() == '-';
        if (negative) {
            at++;
        }
        int first = at;
        digits();
        int count = at - first;
        if (count > 1 && chars[first] == '0') {
            at = first;
            throw fault("a number has no zeros before its digits");
        }
        if (at < chars.length && ".eE".indexOf(chars[at]) >= 0) {
            return decimal(start);
        }
        if (count <= DIGITS_OF_LONG) {
            long value = 0;
            for (int i = first; i < at; i++) {
                value = value * 10 + (chars[i] - '0');
            }
            return negative ? -value : value;
        }
        if (count > MOST_DIGITS) {
            throw fault("a whole number has more than " + MOST_DIGITS + " digits");
        }
        BigInteger value = new BigInteger(text.substring(start, at));
        return value.bitLength() < Long.SIZE ? (Object) value.longValue() : value;
    }

    private Double decimal(int start) {
        if (chars[at] == '.') {
            at++;
            digits();
        }
        if (at < chars.length && (chars[at] | ' ') == 'e') {
            at++;
            if (peek() == '+' || peek() == '-') {
                at++;
            }
            digits();
        }
        return Double.valueOf(text.substring(start, at));
    }

    private void digits() {
        if (!isDigit(peek())) {
            throw unexpected("a digit");
        }
        while (at < chars.length && isDigit(chars[at])) {
            at++;
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private void skipBlanks() {
        while (at < chars.length && chars[at] <= ' ' && " \t\n\r".indexOf(chars[at]) >= 0) {
            at++;
        }
    }

    private char peek() {
        if (at == chars.length) {
            throw fault("the text ends too early");
        }
        return chars[at];
    }

    private CodecException unexpected(String wanted) {
        return fault("expected " + wanted + ", got " + (at == chars.length ? "the end" : "'" + chars[at] + "'"));
    }

    private CodecException fault(String what) {
        return new CodecException("not JSON: " + what + " (" + place() + ")");
    }

    private String place() {
        int line = 1;
        int lineStart = 0;
        for (int i = text.indexOf('\n'); i >= 0 && i < at; i = text.indexOf('\n', i + 1)) {
            line++;
            lineStart = i + 1;
        }
        return "line " + line + ", column " + (at - lineStart + 1);
    }
}
