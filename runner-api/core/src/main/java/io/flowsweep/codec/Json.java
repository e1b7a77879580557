package io.flowsweep.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * JSON text and plain values: {@code LinkedHashMap<String, Object>}, {@code ArrayList<Object>}, {@code String},
 * {@code Boolean}, {@code null}, {@code Long} (or {@code BigInteger} beyond its range) and {@code Double}. NaN and the
 * infinities are written as the words {@code NaN}, {@code Infinity}, {@code -Infinity} in quotes, since JSON has none.
 */
public final class Json {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private Json() {}

    /**
     * Reads one value.
     *
     * @throws CodecException when the text is not one JSON value; the message gives line and column
     */
    public static Object parse(String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            if (parser.nextToken() == null) {
                throw new CodecException("expected a JSON value, got nothing");
            }
            Object value = value(parser);
            if (parser.nextToken() != null) {
                throw new CodecException("text follows the JSON value at " + place(parser));
            }
            return value;
        } catch (JsonProcessingException e) {
            throw new CodecException("not JSON: " + e.getOriginalMessage() + " (line "
                    + e.getLocation().getLineNr() + ", column "
                    + e.getLocation().getColumnNr() + ")");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads one object.
     *
     * @throws CodecException when the text is not one JSON object
     */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> parseObject(String text) {
        if (parse(text) instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw new CodecException("expected a JSON object");
    }

    /**
     * Writes plain values on one line, keys in the map's order.
     *
     * @throws IllegalArgumentException when a value is none of the plain kinds
     */
    public static String write(Object plain) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(text)) {
            write(generator, plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static Object value(JsonParser parser) throws IOException {
        switch (parser.currentToken()) {
            case START_OBJECT -> {
                Map<String, Object> map = new LinkedHashMap<>();
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String key = parser.currentName();
                    parser.nextToken();
                    map.put(key, value(parser));
                }
                return map;
            }
            case START_ARRAY -> {
                List<Object> list = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    list.add(value(parser));
                }
                return list;
            }
            case VALUE_NUMBER_INT -> {
                return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                        ? parser.getBigIntegerValue()
                        : (Object) parser.getLongValue();
            }
            case VALUE_NUMBER_FLOAT -> {
                return parser.getDoubleValue();
            }
            case VALUE_TRUE -> {
                return true;
            }
            case VALUE_FALSE -> {
                return false;
            }
            case VALUE_NULL -> {
                return null;
            }
            case VALUE_STRING -> {
                return parser.getText();
            }
            default -> throw new CodecException("unexpected " + parser.currentToken() + " at " + place(parser));
        }
    }

    private static void write(JsonGenerator out, Object plain) throws IOException {
        if (plain == null) {
            out.writeNull();
        } else if (plain instanceof String s) {
            out.writeString(s);
        } else if (plain instanceof Boolean b) {
            out.writeBoolean(b);
        } else if (plain instanceof Double d) {
            out.writeNumber(d);
        } else if (plain instanceof Float f) {
            out.writeNumber(f);
        } else if (plain instanceof BigInteger i) {
            out.writeNumber(i);
        } else if (plain instanceof Long
                || plain instanceof Integer
                || plain instanceof Short
                || plain instanceof Byte) {
            out.writeNumber(((Number) plain).longValue());
        } else if (plain instanceof Map<?, ?> map) {
            out.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                out.writeFieldName((String) entry.getKey());
                write(out, entry.getValue());
            }
            out.writeEndObject();
        } else if (plain instanceof Iterable<?> items) {
            out.writeStartArray();
            for (Object item : items) {
                write(out, item);
            }
            out.writeEndArray();
        } else {
            throw new IllegalArgumentException(
                    "not a plain value: " + plain.getClass().getName());
        }
    }

    private static String place(JsonParser parser) {
        return "line " + parser.currentLocation().getLineNr() + ", column "
                + parser.currentLocation().getColumnNr();
    }
}
