package io.flowsweep.config.format;

import io.flowsweep.codec.PlainValues;
import io.flowsweep.config.format.Structured.Key;
import io.flowsweep.errors.InvalidInputException;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * Java properties. A dot in a key opens an object. {@code true}, {@code false} and numbers in their shortest form are read as
 * such, so {@code 5} is a number, while {@code 007} and {@code 1.10} stay text.
 */
public final class PropertiesText {

    private final String description;
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final List<Key> keys = new ArrayList<>();

    private PropertiesText(String description) {
        this.description = description;
    }

    /** See {@link Structured.Reader}. */
    public static Structured read(String text, String description) {
        PropertiesText reader = new PropertiesText(description);
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); ) {
            int first = i;
            StringBuilder entry = new StringBuilder(lines.get(i++));
            while (isContinued(entry) && i < lines.size()) {
                entry.append('\n').append(lines.get(i++));
            }
            reader.add(entry.toString(), first + 1);
        }
        return new Structured(reader.values, reader.keys);
    }

    /** An odd number of backslashes at the end; a comment has no next line. */
    private static boolean isContinued(CharSequence entry) {
        String text = entry.toString();
        int last = text.length();
        while (last > 0 && text.charAt(last - 1) == '\\') {
            last--;
        }
        return (text.length() - last) % 2 == 1 && !text.strip().matches("(?s)[#!].*");
    }

    private void add(String entry, int line) {
        Properties parsed = new Properties();
        try {
            parsed.load(new StringReader(entry));
        } catch (IllegalArgumentException e) {
            throw refused(line, "not valid properties: " + e.getMessage(), "Write a backslash as \\\\.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        parsed.stringPropertyNames().forEach(key -> put(key, typed(parsed.getProperty(key)), line));
    }

    private void put(String key, Object value, int line) {
        List<String> path = List.of(key.split("\\.", -1));
        Map<String, Object> object = values;
        for (String segment : path.subList(0, path.size() - 1)) {
            object = child(object, segment, key, line);
        }
        if (object.put(path.get(path.size() - 1), value) != null) {
            throw new InvalidInputException(Repeated.key(key, lineOf(path), line, description));
        }
        keys.add(new Key(path, line));
    }

    /** Of the first key that is or begins with a path. */
    private int lineOf(List<String> path) {
        return keys.stream()
                .filter(key -> key.path().size() >= path.size()
                        && key.path().subList(0, path.size()).equals(path))
                .findFirst()
                .orElseThrow()
                .line();
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> child(Map<String, Object> object, String segment, String key, int line) {
        Object child = object.computeIfAbsent(segment, s -> new LinkedHashMap<>());
        if (child instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw refused(line, "\"" + key + "\" cannot be set: \"" + segment + "\" has a value of its own", "Rename one.");
    }

    private static Object typed(String text) {
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        if (!text.matches("-?[0-9].*")) {
            return text;
        }
        try {
            Object number = PlainValues.canonical(Double.valueOf(text));
            return PlainValues.text(number).equals(text) ? number : text;
        } catch (NumberFormatException e) {
            return text;
        }
    }

    private InvalidInputException refused(int line, String what, String cure) {
        return new InvalidInputException(what, description + ":" + line, cure);
    }
}
