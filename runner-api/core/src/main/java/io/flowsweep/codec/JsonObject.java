package io.flowsweep.codec;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The parts of a JSON object by their exact names, for a record that is read by hand. What {@link ValueCodec} does for any
 * record by reflection makes a new JVM build a method handle for each constructor, of JDK 18 and later for 100 ms and more; what
 * a host reads when it starts is read so instead, to equal values.
 *
 * <p>Each method throws {@link CodecException} with the part's name when that is missing or of another kind; those whose
 * result is an {@code Optional} take what is missing for empty. Lists cannot be changed.
 */
public final class JsonObject {

    private final String place;
    private final Map<String, Object> parts;

    /** @param place what goes before the names of its parts to tell where they are in the whole */
    private JsonObject(String place, Map<String, Object> parts) {
        this.place = place;
        this.parts = parts;
    }

    /** One that is the whole. */
    public static JsonObject of(Map<String, Object> parts) {
        return new JsonObject("", parts);
    }

    public String text(String name) {
        return required(name, String.class);
    }

    public int integer(String name) {
        return required(name, Integer.class);
    }

    public long number(String name) {
        return required(name, Long.class);
    }

    public double decimal(String name) {
        return required(name, Double.class);
    }

    public boolean flag(String name) {
        return required(name, Boolean.class);
    }

    public Instant instant(String name) {
        return required(name, Instant.class);
    }

    public Duration duration(String name) {
        return required(name, Duration.class);
    }

    public Optional<String> optionalText(String name) {
        return optional(name, String.class);
    }

    public Optional<Long> optionalNumber(String name) {
        return optional(name, Long.class);
    }

    public Optional<Duration> optionalDuration(String name) {
        return optional(name, Duration.class);
    }

    public Optional<Instant> optionalInstant(String name) {
        return optional(name, Instant.class);
    }

    /** A value of whatever kind. */
    public Optional<Object> optionalValue(String name) {
        return Optional.ofNullable(parts.get(name));
    }

    public List<String> texts(String name) {
        Object plain = required(name);
        try {
            List<String> texts = new ArrayList<>();
            ValueCodec.decodeItems(String.class, ValueCodec.list(plain), texts);
            return List.copyOf(texts);
        } catch (CodecException e) {
            throw e.under(place + name);
        }
    }

    public List<JsonObject> objects(String name) {
        List<JsonObject> objects = new ArrayList<>();
        Object plain = required(name);
        try {
            for (Object item : ValueCodec.list(plain)) {
                String itsPlace = place + name + ".[" + objects.size() + "].";
                objects.add(new JsonObject(itsPlace, ValueCodec.object(item)));
            }
            return objects;
        } catch (CodecException e) {
            throw e.under(place + name);
        }
    }

    public JsonObject object(String name) {
        Object plain = required(name);
        try {
            return new JsonObject(place + name + ".", ValueCodec.object(plain));
        } catch (CodecException e) {
            throw e.under(place + name);
        }
    }

    public Optional<JsonObject> optionalObject(String name) {
        return parts.get(name) == null ? Optional.empty() : Optional.of(object(name));
    }

    /** An object whose values are of whatever kind. */
    public Map<String, Object> values(String name) {
        return new LinkedHashMap<>(object(name).parts);
    }

    /** An object whose values are texts. */
    public Map<String, String> textsByName(String name) {
        return byName(name, String.class);
    }

    /** An object whose values are whole numbers. */
    public Map<String, Integer> integersByName(String name) {
        return byName(name, Integer.class);
    }

    /** An object whose values are texts or null. */
    public Optional<List<String>> optionalTexts(String name) {
        return optionalValue(name).isEmpty() ? Optional.empty() : Optional.of(texts(name));
    }

    public Map<String, Optional<String>> optionalTextsByName(String name) {
        Map<String, Optional<String>> texts = new LinkedHashMap<>();
        JsonObject object = object(name);
        for (String key : object.parts.keySet()) {
            texts.put(key, object.optionalText(key));
        }
        return texts;
    }

    private <T> Map<String, T> byName(String name, Class<T> type) {
        Map<String, T> values = new LinkedHashMap<>();
        JsonObject object = object(name);
        for (String key : object.parts.keySet()) {
            values.put(key, object.required(key, type));
        }
        return values;
    }

    private Object required(String name) {
        if (!parts.containsKey(name)) {
            throw new CodecException(place + name, "is missing");
        }
        return parts.get(name);
    }

    private <T> T required(String name, Class<T> type) {
        Object plain = required(name);
        if (plain == null) {
            throw new CodecException(place + name, "is nothing");
        }
        return optional(name, type).get();
    }

    private <T> Optional<T> optional(String name, Class<T> type) {
        try {
            return Optional.ofNullable(ValueCodec.decode(type, parts.get(name)));
        } catch (CodecException e) {
            throw e.under(place + name);
        }
    }
}
