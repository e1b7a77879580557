package io.flowsweep.plan.attributes;

import io.flowsweep.codec.CodecException;
import io.flowsweep.codec.Durations;
import io.flowsweep.codec.KeyStyle;
import io.flowsweep.codec.PlainValues;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Suggestions;
import io.flowsweep.flow.MemorySize;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The attributes of one decorator, evaluated: each from its own text, or from the object that the decorator was given as a
 * whole. An attribute whose text is empty counts as left out.
 */
public final class Attributes {

    private static final Pattern POOL = Pattern.compile("[A-Za-z0-9_-]{1,60}");

    private final Map<String, Object> values = new LinkedHashMap<>();
    private final String where;

    /**
     * @param whole the text of the attribute that stands for all; may be empty
     * @param texts of the single attributes, by name; what {@code whole} says comes first
     * @param where the decorator, for errors
     * @throws InvalidInputException when a reference finds nothing, or the object has other keys
     */
    public Attributes(DeployScope scope, String whole, Map<String, String> texts, String where) {
        this.where = where;
        texts.forEach((name, text) -> values.put(name, scope.expand(text, where)));
        if (!whole.isEmpty()) {
            takeAll(scope.expand(whole, where), whole);
        }
    }

    /**
     * Attributes that are resolved already.
     *
     * @param what they are called in errors
     * @param names of all there are
     * @throws InvalidInputException when the object has other keys
     */
    public Attributes(String what, Map<String, ?> object, List<String> names, String where) {
        this.where = where;
        names.forEach(name -> values.put(name, ""));
        takeAll(object, what);
    }

    private void takeAll(Object object, String whole) {
        if (!(object instanceof Map<?, ?> map)) {
            throw refused(
                    whole + " must be an object with " + String.join(", ", values.keySet()) + ", but got "
                            + PlainValues.text(object),
                    "");
        }
        map.forEach((key, value) -> {
            String name = values.keySet().stream()
                    .filter(known -> KeyStyle.same(known, (String) key))
                    .findFirst()
                    .orElseThrow(() -> refused(
                            whole + " has the key \"" + key + "\", which is no attribute",
                            Suggestions.didYouMean((String) key, values.keySet())));
            values.put(name, value == null ? "" : value);
        });
    }

    public Optional<String> text(String name) {
        return value(name).map(PlainValues::text);
    }

    /** A number of at least {@code least}. */
    public Optional<Double> number(String name, long least) {
        return value(name).map(value -> {
            try {
                double number = Double.parseDouble(value.toString());
                if (number >= least && number <= Integer.MAX_VALUE) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // refused below
            }
            throw refused(name + " must be a number of at least " + least + ", but got " + value, "");
        });
    }

    /** A whole number of at least {@code least}. */
    public Optional<Integer> count(String name, int least) {
        return value(name).map(value -> {
            try {
                int count = Integer.parseInt(value.toString());
                if (count >= least) {
                    return count;
                }
            } catch (NumberFormatException e) {
                // refused below
            }
            throw refused(name + " must be a whole number of at least " + least + ", but got " + value, "");
        });
    }

    /** Whether it is {@code true}; one that is left out is not. */
    public boolean flag(String name) {
        return value(name)
                .map(value -> switch (value.toString()) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw refused(name + " must be true or false, but got " + value, "");
                })
                .orElse(false);
    }

    /** One of the constants, in any case. */
    public <E extends Enum<E>> Optional<E> constant(String name, Class<E> type) {
        return text(name).map(text -> {
            List<String> names = Arrays.stream(type.getEnumConstants())
                    .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                    .toList();
            String wanted = text.toLowerCase(Locale.ROOT);
            if (!names.contains(wanted)) {
                throw refused(
                        name + " must be one of " + String.join(", ", names) + ", but got " + text,
                        Suggestions.closest(text, names)
                                .map(n -> "Did you mean \"" + n + "\"?")
                                .orElse(""));
            }
            return type.getEnumConstants()[names.indexOf(wanted)];
        });
    }

    /** Whole numbers of at least 0 by name: an object, or text such as {@code a=1, b=2}. */
    public Map<String, Integer> counts(String name) {
        Map<String, Object> counts = new LinkedHashMap<>();
        value(name).ifPresent(value -> {
            if (value instanceof Map<?, ?> map) {
                map.forEach((key, count) -> counts.put((String) key, count));
            } else {
                for (String part : value.toString().split(",")) {
                    int equals = part.indexOf('=');
                    counts.put(
                            equals < 0
                                    ? part.strip()
                                    : part.substring(0, equals).strip(),
                            equals < 0 ? "" : part.substring(equals + 1).strip());
                }
            }
        });
        Map<String, Integer> checked = new TreeMap<>();
        counts.forEach((key, count) -> checked.put(key, count(name, key, count)));
        return checked;
    }

    private int count(String name, String key, Object count) {
        try {
            int number = Integer.parseInt(String.valueOf(count));
            if (number >= 0 && POOL.matcher(key).matches()) {
                return number;
            }
        } catch (NumberFormatException e) {
            // refused below
        }
        throw refused(name + " must be names with whole numbers, such as licence=1, but got " + key + "=" + count, "");
    }

    public Optional<Duration> duration(String name) {
        return value(name).map(value -> {
            try {
                return Durations.parse(value.toString());
            } catch (CodecException e) {
                throw refused(name + " must be a duration such as 90s, 5m or 1h, but got " + value, "");
            }
        });
    }

    public Optional<MemorySize> memory(String name) {
        return value(name).map(value -> {
            try {
                return MemorySize.parse(value.toString());
            } catch (IllegalArgumentException e) {
                throw refused(e.getMessage(), "");
            }
        });
    }

    private Optional<Object> value(String name) {
        return Optional.of(values.get(name)).filter(value -> !value.equals(""));
    }

    private InvalidInputException refused(String what, String cure) {
        return new InvalidInputException(what, where, cure);
    }
}
