package io.flowsweep.config;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigUtil;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * The keys and includes of a HOCON text in the order in which they are written. typesafe-config keeps neither the order of
 * keys nor columns, and the order of axes must be that of the text.
 *
 * <p>Keys of objects in lists have the object's number among its siblings as a segment, {@code [0]}; below
 * {@value #DEEPEST_LIST} lists they are left out. The text must be one that typesafe-config accepts; of any other text some prefix is
 * read. Works with its own stack, so no nesting is too deep.
 */
final class HoconOutline {

    /**
     * One key or include.
     *
     * @param path all segments; of an include, those of the object that includes
     * @param line from 1
     * @param include the included name, or null when this is a key
     * @param selfReferring whether the value builds on an earlier one of the same key
     * @param block in which it is written
     * @param form of its value; of an include {@link Form#OPEN}
     */
    record Entry(List<String> path, int line, String include, boolean selfReferring, Block block, Form form) {

        private Entry withForm(Form known) {
            return new Entry(path, line, include, selfReferring, block, known);
        }
    }

    /** One pair of braces, or a whole text, with the line where it begins; known by its identity, as two may have one path. */
    record Block(List<String> path, int line) {}

    /** What a value is, as far as its text shows: a list or a single value, an object, or what a reference or null leaves open. */
    enum Form {
        LEAF,
        OBJECT,
        OPEN
    }

    private static final int DEEPEST_LIST = 20;
    private static final Pattern NULL = Pattern.compile("null\\s*((#|//).*)?");

    private final String text;
    private final int lists;
    private final List<Entry> entries = new ArrayList<>();
    private final Deque<Block> objects = new ArrayDeque<>();
    private int at;
    private int line;

    /** Whether the value that is read has shown something else than references and objects. */
    private boolean plain;

    /** How many objects in lists the value that is read has had. */
    private int elements;

    private HoconOutline(String text, int lists, int line) {
        this.text = text;
        this.lists = lists;
        this.line = line;
    }

    static List<Entry> of(String text) {
        return of(text, List.of(), 0, 1);
    }

    /** The line of the innermost brace that the text opens and never closes. */
    static OptionalInt unclosed(String text) {
        HoconOutline outline = read(text, List.of(), 0, 1);
        return outline.objects.size() > 1
                ? OptionalInt.of(outline.objects.peek().line())
                : OptionalInt.empty();
    }

    /** @param lists how many lists are around the text */
    private static List<Entry> of(String text, List<String> parent, int lists, int line) {
        return read(text, parent, lists, line).entries;
    }

    private static HoconOutline read(String text, List<String> parent, int lists, int line) {
        HoconOutline outline = new HoconOutline(text, lists, line);
        outline.objects.push(new Block(parent, line));
        outline.keys();
        return outline;
    }

    /** Reads keys and their values until the text ends. */
    private void keys() {
        StringBuilder key = new StringBuilder();
        int keyLine = 1;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (comment()) {
                continue;
            }
            if (key.isEmpty() && isKeyStart(c)) {
                keyLine = line;
            }
            if (c == '"') {
                key.append(quoted());
                if (isInclude(key)) {
                    include(key.toString(), keyLine);
                    key.setLength(0);
                }
            } else if (c == '{') {
                step();
                open(key, keyLine);
            } else if (c == '}') {
                step();
                key.setLength(0);
                joined(close());
            } else if (c == '=' || c == ':' || text.startsWith("+=", at)) {
                List<String> path = add(key, keyLine);
                if (c == '+') {
                    step();
                    refersTo(path, path);
                }
                step();
                valueOfKey(path);
            } else {
                if (!key.isEmpty() || isKeyStart(c)) {
                    key.append(c == '\n' ? ' ' : c);
                }
                step();
            }
        }
    }

    private static boolean isKeyStart(char c) {
        return !Character.isWhitespace(c) && c != ',' && c != ')' && c != '\uFEFF';
    }

    private static boolean isInclude(CharSequence key) {
        String words = key.toString();
        return words.startsWith("include")
                && words.length() > 7
                && (Character.isWhitespace(words.charAt(7)) || words.charAt(7) == '"');
    }

    private void include(String words, int keyLine) {
        String name = words.substring(words.indexOf('"') + 1, words.length() - 1);
        entries.add(new Entry(objects.peek().path(), keyLine, unescape(name), false, objects.peek(), Form.OPEN));
    }

    private static String unescape(String name) {
        return name.replace("\\\\", "\\").replace("\\/", "/");
    }

    /** An object opens where a key may stand: the root's own brace, or that of a key without separator. */
    private void open(StringBuilder key, int keyLine) {
        if (key.isEmpty()) {
            objects.push(objects.peek());
            return;
        }
        List<String> path = add(key, keyLine);
        int last = entries.size() - 1;
        entries.set(last, entries.get(last).withForm(Form.OBJECT));
        objects.push(new Block(path, line));
    }

    private List<String> close() {
        return objects.size() > 1 ? objects.pop().path() : List.of();
    }

    private List<String> add(StringBuilder key, int keyLine) {
        List<String> path = new ArrayList<>(objects.peek().path());
        try {
            path.addAll(ConfigUtil.splitPath(key.toString().strip()));
        } catch (ConfigException | StackOverflowError e) {
            path.add(key.toString()); // not HOCON; the parser has said so already
        }
        entries.add(new Entry(List.copyOf(path), keyLine, null, false, objects.peek(), Form.OPEN));
        key.setLength(0);
        return List.copyOf(path);
    }

    /** Skips the value of the key that was read last, and notes its form. */
    private void valueOfKey(List<String> path) {
        int from = at;
        int key = entries.size() - 1;
        int around = objects.size();
        plain = false;
        elements = 0;
        value(path);
        if (plain && !NULL.matcher(since(from).strip()).matches()) {
            entries.set(key, entries.get(key).withForm(Form.LEAF));
        } else if (objects.size() > around) {
            entries.set(key, entries.get(key).withForm(Form.OBJECT));
        }
    }

    /** Skips a value, or stops inside it where it opens an object. */
    private void value(List<String> path) {
        boolean begun = false;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (comment()) {
                continue;
            }
            if (c == ',' || c == '}' || (c == '\n' && begun)) {
                return;
            }
            if (c == '{') {
                step();
                objects.push(new Block(path, line));
                return;
            }
            begun |= !Character.isWhitespace(c);
            plain |= !Character.isWhitespace(c) && !text.startsWith("${", at);
            skip(c, path);
        }
    }

    /** Notes it when the value of {@code path}, which is the last key read so far, refers to that key. */
    private void refersTo(List<String> reference, List<String> path) {
        boolean self = reference.equals(path)
                || (path.indexOf("config") == 0 && reference.equals(path.subList(1, path.size())));
        for (int i = entries.size() - 1; self && i >= 0; i--) {
            Entry entry = entries.get(i);
            if (entry.path.equals(path) && entry.include == null) {
                entries.set(i, new Entry(path, entry.line, null, true, entry.block, entry.form));
                return;
            }
        }
    }

    /** After an object, another value may be joined to it on the same line. */
    private void joined(List<String> path) {
        int next = at;
        while (next < text.length() && (text.charAt(next) == ' ' || text.charAt(next) == '\t')) {
            next++;
        }
        if (text.startsWith("{", next) || text.startsWith("${", next)) {
            at = next;
            value(path);
        }
    }

    private void skip(char c, List<String> path) {
        if (c == '"') {
            quoted();
        } else if (c == '[') {
            list(path);
        } else if (text.startsWith("${", at)) {
            reference(path);
        } else {
            step();
        }
    }

    private void reference(List<String> path) {
        int from = at + 2;
        while (at < text.length() && text.charAt(at) != '}') {
            if (text.charAt(at) == '"') {
                quoted();
            } else {
                step();
            }
        }
        String name = since(from);
        step();
        try {
            refersTo(ConfigUtil.splitPath(name.strip().replaceFirst("^\\?", "")), path);
        } catch (ConfigException | StackOverflowError e) {
            return; // not HOCON; the parser has said so already
        }
    }

    private void list(List<String> path) {
        int depth = 0;
        int braces = 0;
        int begin = 0;
        int beginLine = 0;
        do {
            char c = text.charAt(at);
            if (comment()) {
                continue;
            }
            if (c == '"') {
                quoted();
            } else if (text.startsWith("${", at)) {
                reference(path);
            } else {
                depth += c == '[' ? 1 : c == ']' ? -1 : 0;
                if (c == '{' && braces++ == 0) {
                    begin = at;
                    beginLine = line;
                }
                step();
                if (c == '}' && --braces == 0 && depth == 1 && lists < DEEPEST_LIST) {
                    element(path, elements++, text.substring(begin, at), beginLine);
                }
            }
        } while (depth > 0 && at < text.length());
    }

    private void element(List<String> path, int number, String object, int objectLine) {
        List<String> parent = new ArrayList<>(path);
        parent.add("[" + number + "]");
        entries.addAll(of(object, List.copyOf(parent), lists + 1, objectLine));
    }

    private boolean comment() {
        if (text.charAt(at) != '#' && !text.startsWith("//", at)) {
            return false;
        }
        while (at < text.length() && text.charAt(at) != '\n') {
            at++;
        }
        return true;
    }

    /** Reads a quoted string, with its quotes. */
    private String quoted() {
        int from = at;
        if (text.startsWith("\"\"\"", at)) {
            int end = text.indexOf("\"\"\"", at + 3);
            end = end < 0 ? text.length() : end + 3;
            while (end < text.length() && text.charAt(end) == '"') {
                end++;
            }
            while (at < end) {
                step();
            }
            return text.substring(from, at);
        }
        step();
        while (at < text.length() && text.charAt(at) != '"' && text.charAt(at) != '\n') {
            if (text.charAt(at) == '\\') {
                step();
            }
            step();
        }
        step();
        return text.substring(from, Math.min(at, text.length()));
    }

    private String since(int from) {
        return text.substring(Math.min(from, text.length()), Math.min(at, text.length()));
    }

    private void step() {
        if (at < text.length() && text.charAt(at) == '\n') {
            line++;
        }
        at++;
    }
}
