package io.flowsweep.config.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.toml.TomlFactory;
import io.flowsweep.errors.InvalidInputException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** TOML; dates and times are text. */
public final class TomlText {

    private static final TomlFactory FACTORY = new TomlFactory();

    private TomlText() {}

    /** See {@link Structured.Reader}. */
    public static Structured read(String text, String description) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            parser.nextToken();
            return new Structured(object(parser), TomlOutline.of(text));
        } catch (IOException e) {
            refuseRepeated(text, description);
            throw JacksonProblems.syntax("TOML", e, text, description);
        }
    }

    /** Of a key that is given twice the library tells a later line. */
    private static void refuseRepeated(String text, String description) {
        Map<List<String>, Integer> lines = new HashMap<>();
        for (Structured.Key key : TomlOutline.of(text)) {
            Integer first = lines.putIfAbsent(key.path(), key.line());
            if (first != null) {
                throw new InvalidInputException(
                        Repeated.key(String.join(".", key.path()), first, key.line(), description));
            }
        }
    }

    private static Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> list(parser);
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getNumberValue();
            default -> parser.getText();
        };
    }

    private static Map<String, Object> object(JsonParser parser) throws IOException {
        Map<String, Object> object = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            object.put(name, value(parser));
        }
        return object;
    }

    private static List<Object> list(JsonParser parser) throws IOException {
        List<Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            list.add(value(parser));
        }
        return list;
    }
}
