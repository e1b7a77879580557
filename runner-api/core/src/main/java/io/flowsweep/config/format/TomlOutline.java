package io.flowsweep.config.format;

import io.flowsweep.config.format.Structured.Key;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines of the keys of a TOML text, which the library does not tell. Of a text that it does not accept they may be anything. A
 * table of an array of tables has its index as key, {@code [0]}; what is inside inline tables and inline arrays is left out.
 */
final class TomlOutline {

    private static final Pattern SEGMENT = Pattern.compile("\"((?:[^\"\\\\]++|\\\\.)*+)\"|'([^']*)'|([A-Za-z0-9_-]+)");

    private final String text;
    private final List<Key> keys = new ArrayList<>();
    private final Map<List<String>, Integer> arrays = new HashMap<>();
    private List<String> table = List.of();
    private int at;
    private int line = 1;

    private TomlOutline(String text) {
        this.text = text;
    }

    static List<Key> of(String text) {
        TomlOutline outline = new TomlOutline(text);
        while (outline.at < text.length()) {
            outline.entry();
        }
        return outline.keys;
    }

    private void entry() {
        char c = text.charAt(at);
        if (c == '#') {
            until("\n");
        } else if (c == '[') {
            header();
        } else if (Character.isWhitespace(c)) {
            step();
        } else {
            int keyLine = line;
            int from = at;
            while (at < text.length() && text.charAt(at) != '=') {
                skip();
            }
            add(segments(text.substring(from, at)), keyLine);
            value();
        }
    }

    private void header() {
        boolean inArray = text.startsWith("[[", at);
        int from = at;
        while (at < text.length() && text.charAt(at) != ']') {
            skip();
        }
        List<String> segments = segments(text.substring(from, at));
        if (segments.isEmpty()) {
            until("\n");
            return;
        }
        List<String> path = new ArrayList<>();
        for (String segment : segments.subList(0, segments.size() - 1)) {
            path.add(segment);
            if (arrays.containsKey(path)) {
                path.add(index(path)); // a table inside the latest of an array
            }
        }
        path.add(segments.get(segments.size() - 1));
        if (inArray) {
            if (arrays.merge(List.copyOf(path), 1, Integer::sum) == 1) {
                keys.add(new Key(List.copyOf(path), line));
            }
            path.add(index(path));
        }
        table = List.copyOf(path);
        keys.add(new Key(table, line));
        until("\n");
    }

    /** Of the latest table of an array. */
    private String index(List<String> array) {
        return "[" + (arrays.get(array) - 1) + "]";
    }

    private void add(List<String> path, int keyLine) {
        List<String> whole = new ArrayList<>(table);
        whole.addAll(path);
        keys.add(new Key(List.copyOf(whole), keyLine));
    }

    /** A value ends with its line, unless brackets are open. */
    private void value() {
        int depth = 0;
        while (at < text.length() && (depth > 0 || text.charAt(at) != '\n')) {
            char c = text.charAt(at);
            depth += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
            if (c == '#') {
                until("\n");
            } else {
                skip();
            }
        }
    }

    /** One character, or one string. */
    private void skip() {
        for (String quote : List.of("\"\"\"", "'''", "\"", "'")) {
            if (text.startsWith(quote, at)) {
                string(quote);
                return;
            }
        }
        step();
    }

    private void string(String quote) {
        move(quote.length());
        while (at < text.length() && !text.startsWith(quote, at)) {
            move(quote.startsWith("\"") && text.charAt(at) == '\\' ? 2 : 1);
        }
        move(quote.length());
        while (quote.length() == 3 && text.startsWith(quote.substring(2), at)) {
            step(); // up to two quotes may stand before the closing three
        }
    }

    private void until(String end) {
        while (at < text.length() && !text.startsWith(end, at)) {
            step();
        }
    }

    private void move(int characters) {
        for (int i = 0; i < characters; i++) {
            step();
        }
    }

    private void step() {
        if (at < text.length()) {
            line += text.charAt(at) == '\n' ? 1 : 0;
            at++;
        }
    }

    private static List<String> segments(String dotted) {
        List<String> segments = new ArrayList<>();
        Matcher matcher = SEGMENT.matcher(dotted);
        while (matcher.find()) {
            segments.add(
                    matcher.group(1) != null
                            ? matcher.group(1)
                            : matcher.group(2) != null ? matcher.group(2) : matcher.group(3));
        }
        return segments;
    }
}
