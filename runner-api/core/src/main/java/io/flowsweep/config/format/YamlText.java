package io.flowsweep.config.format;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.flowsweep.config.format.Structured.Key;
import io.flowsweep.errors.InvalidInputException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * YAML: one document whose root is a mapping, or nothing at all. Anchors of mappings and lists, their aliases and merge
 * keys ({@code <<}) are followed; the library does not tell anchors of single values. Of words only {@code true} and
 * {@code false} are booleans, so {@code no} is text.
 */
public final class YamlText {

    private static final YAMLFactory FACTORY = YAMLFactory.builder()
            .enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS)
            .build();

    private static final String MERGE = "<<";

    /** An alias stands for all values of its anchor again: a few lines can stand for more than any memory holds. */
    private static final long MOST_VALUES = 1_000_000;

    /**
     * What an alias stands for.
     *
     * @param size how many values it has, with those of aliases in it
     */
    private record Anchor(Object value, long size) {}

    private final YAMLParser parser;
    private final String description;
    private final List<Key> keys = new ArrayList<>();
    private final Map<String, Anchor> anchors = new HashMap<>();
    private long values;

    private YamlText(YAMLParser parser, String description) {
        this.parser = parser;
        this.description = description;
    }

    /** See {@link Structured.Reader}. */
    public static Structured read(String text, String description) {
        try (YAMLParser parser = FACTORY.createParser(text)) {
            YamlText reader = new YamlText(parser, description);
            return new Structured(reader.document(), reader.keys);
        } catch (IOException e) {
            throw JacksonProblems.syntax("YAML", e, text, description);
        }
    }

    private Map<String, Object> document() throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null || first == JsonToken.VALUE_NULL) {
            return Map.of();
        }
        if (first != JsonToken.START_OBJECT) {
            throw refused("a config is a mapping of keys to values, but this is a "
                    + (first == JsonToken.START_ARRAY ? "list" : "single value"));
        }
        Map<String, Object> root = object(List.of());
        if (parser.nextToken() != null) {
            throw refused("a second document begins; a config is one");
        }
        return root;
    }

    /** @param path null inside what is merged, whose keys are not kept */
    private Object value(List<String> path) throws IOException {
        if (parser.isCurrentAlias()) {
            return alias(parser.getText());
        }
        long before = values++;
        String anchor =
                parser.getObjectId() == null ? null : parser.getObjectId().toString();
        Object value = switch (parser.currentToken()) {
            case START_OBJECT -> object(path);
            case START_ARRAY -> list(path);
            case VALUE_NULL -> null;
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getNumberValue();
            default -> parser.getText();
        };
        if (anchor != null) {
            anchors.put(anchor, new Anchor(value, values - before));
        }
        return value;
    }

    private Object alias(String name) {
        Anchor anchor = anchors.get(name);
        if (anchor == null) {
            throw refused("the alias *" + name + " names no mapping or list before it");
        }
        values += anchor.size();
        if (values > MOST_VALUES) {
            throw refused("its aliases make more than " + MOST_VALUES + " values");
        }
        return anchor.value();
    }

    private Map<String, Object> object(List<String> path) throws IOException {
        Map<String, Object> object = new LinkedHashMap<>();
        Map<String, Object> merged = new LinkedHashMap<>();
        Map<String, Integer> lines = new HashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            int line = parser.currentTokenLocation().getLineNr();
            List<String> child = path == null || name.equals(MERGE) ? null : child(path, name);
            Integer first = name.equals(MERGE) ? null : lines.putIfAbsent(name, line);
            if (first != null) {
                String written = child == null ? name : String.join(".", child);
                throw new InvalidInputException(Repeated.key(written, first, line, description));
            }
            if (child != null) {
                keys.add(new Key(child, line));
            }
            parser.nextToken();
            Object value = value(child);
            if (name.equals(MERGE)) {
                merge(value, merged);
            } else {
                object.put(name, value);
            }
        }
        merged.forEach(object::putIfAbsent);
        return object;
    }

    private void merge(Object value, Map<String, Object> into) {
        for (Object each : value instanceof List<?> list ? list : List.of(value == null ? "" : value)) {
            if (!(each instanceof Map<?, ?> map)) {
                throw refused("<< merges mappings, but this is none");
            }
            map.forEach((key, inherited) -> into.putIfAbsent((String) key, inherited));
        }
    }

    private List<Object> list(List<String> path) throws IOException {
        List<Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            List<String> child = path == null ? null : child(path, "[" + list.size() + "]");
            if (child != null) {
                keys.add(new Key(child, parser.currentTokenLocation().getLineNr()));
            }
            list.add(value(child));
        }
        return list;
    }

    private static List<String> child(List<String> path, String name) {
        List<String> child = new ArrayList<>(path);
        child.add(name);
        return List.copyOf(child);
    }

    private InvalidInputException refused(String what) {
        return new InvalidInputException(
                what, description + ":" + parser.currentTokenLocation().getLineNr(), "");
    }
}
