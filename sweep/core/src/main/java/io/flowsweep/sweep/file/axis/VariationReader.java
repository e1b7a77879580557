package io.flowsweep.sweep.file.axis;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import io.flowsweep.config.ConfigPaths;
import io.flowsweep.sweep.file.base.AxisPath;
import io.flowsweep.sweep.file.text.FileParts;
import io.flowsweep.sweep.space.Axis;
import io.flowsweep.sweep.space.Condition;
import io.flowsweep.sweep.space.Order;
import io.flowsweep.sweep.space.Space;
import io.flowsweep.sweep.space.Variation;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what varies: {@code grid}, {@code space}, {@code sample}, {@code bindings}, {@code where}, {@code derive} and the order. */
public final class VariationReader {

    private final FileParts parts;
    private final SpaceContext context;

    public VariationReader(FileParts parts, SpaceContext context) {
        this.parts = parts;
        this.context = context;
    }

    public Variation read() {
        Space space = space();
        Map<String, Object> base = new LinkedHashMap<>();
        for (Axis axis : space.axes()) {
            context.baseOf(axis).ifPresent(value -> base.put(axis.path(), value));
        }
        return new Variation(space, where(), derive(space), order(), base);
    }

    private Space space() {
        List<String> beside =
                SpaceReader.TOP.stream().filter(parts::has).sorted().toList();
        SpaceReader reader = new SpaceReader(context);
        if (!parts.has("space")) {
            return reader.read("", resolved(beside), parts.where("grid"));
        }
        for (String key : beside) {
            context.problems()
                    .add(
                            parts.where(key),
                            "\"" + key + "\" and \"space\" cannot stand side by side",
                            "Move " + key + " into the space: space { " + key + " { … } }.");
        }
        return parts.object("space")
                .map(space -> reader.read("space", space, parts.where("space")))
                .orElse(Space.product(List.of()));
    }

    /** The parts of the file with these keys, those that are wrong left out. */
    private ConfigObject resolved(List<String> keys) {
        ConfigObject object = ConfigFactory.empty().root();
        for (String key : keys) {
            Optional<ConfigValue> part = parts.part(key);
            if (part.isPresent()) {
                object = object.withValue(key, part.get());
            }
        }
        return object;
    }

    /** A text or a list of texts. */
    private List<Condition> where() {
        Object given = parts.part("where").map(ConfigValue::unwrapped).orElse(List.of());
        List<?> texts = given instanceof List<?> list ? list : List.of(given);
        List<Condition> conditions = new ArrayList<>();
        for (Object text : texts) {
            if (text instanceof String expression) {
                conditions.add(Condition.of(expression, parts.where("where")));
            } else {
                parts.top().wrong("where", "a text such as \"a <= b\", or a list of such texts", given);
            }
        }
        return conditions;
    }

    private Map<String, Condition> derive(Space space) {
        Map<String, Condition> derived = new LinkedHashMap<>();
        parts.object("derive").ifPresent(object -> derive(object, List.of(), derived));
        derived.forEach((path, value) -> {
            if (space.axes().stream().anyMatch(axis -> axis.path().equals(path))) {
                context.problems()
                        .add(value.where(), "\"" + path + "\" is an axis and cannot be derived too", "Keep one.");
            }
        });
        return derived;
    }

    private void derive(ConfigObject object, List<String> segments, Map<String, Condition> derived) {
        List<String> paths = object.keySet().stream()
                .map(key -> ConfigPaths.join(longer(segments, key)))
                .toList();
        for (String written :
                context.keys().ordered(paths.stream().map(p -> "derive." + p).toList())) {
            List<String> path = ConfigPaths.split(written);
            List<String> own = path.subList(1, path.size());
            ConfigValue value = object.get(own.get(own.size() - 1));
            String where = context.keys().where(written, value);
            if (value instanceof ConfigObject child) {
                derive(child, own, derived);
            } else if (value.unwrapped() instanceof String text) {
                AxisPath axis = AxisPath.of(own);
                context.base().checkPath(axis.root(), axis.relative(), where, context.problems());
                derived.put(axis.path(), Condition.of(text, where));
            } else {
                context.problems()
                        .add(
                                where,
                                "a derived value must be an expression in quotes",
                                "Set a fixed value in the config.");
            }
        }
    }

    private static List<String> longer(List<String> segments, String key) {
        return Stream.concat(segments.stream(), Stream.of(key)).toList();
    }

    private Order order() {
        Optional<Long> shuffle = whole("shuffle", Long.MIN_VALUE, "a whole number, the seed of the order");
        Optional<Long> skip = whole("skip", 0, "a whole number of at least 0");
        Optional<Long> limit = whole("limit", 1, "a whole number of at least 1");
        return new Order(shuffle, BigInteger.valueOf(skip.orElse(0L)), limit.map(BigInteger::valueOf));
    }

    private Optional<Long> whole(String key, long least, String needed) {
        return parts.part(key).flatMap(value -> {
            Object plain = context.expand(value, parts.where(key)).orElse(null);
            return plain instanceof Long number && number >= least
                    ? Optional.of(number)
                    : parts.top().wrong(key, needed, plain);
        });
    }
}
