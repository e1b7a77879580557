package io.flowsweep.sweep.file;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import io.flowsweep.codec.PlainValues;
import io.flowsweep.config.ConfigPaths;
import io.flowsweep.errors.Suggestions;
import io.flowsweep.sweep.file.base.AxisPath;
import io.flowsweep.sweep.file.text.FileContext;
import io.flowsweep.sweep.space.Axis;
import io.flowsweep.sweep.space.domain.Domain;
import io.flowsweep.sweep.variant.ValueHash;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/** Reads {@code baseline { cpu = 1 }}: a value for one or several axes. */
final class BaselineReader {

    /** Of a longer axis, a value beyond these is not looked for: it counts as one of its. */
    private static final long MOST_LOOKED_AT = 100_000;

    private final FileContext context;

    BaselineReader(FileContext context) {
        this.context = context;
    }

    /** Path of an axis to the value of its domain. */
    Map<String, Object> read(ConfigObject baseline, List<Axis> axes) {
        Map<String, Object> values = new LinkedHashMap<>();
        read(baseline, List.of(), axes, values);
        return values;
    }

    private void read(ConfigObject object, List<String> above, List<Axis> axes, Map<String, Object> values) {
        object.forEach((key, value) -> {
            List<String> segments = new ArrayList<>(above);
            segments.add(key);
            String written = ConfigPaths.join(segments);
            String where = context.keys().where(ConfigPaths.child("baseline", written), value);
            Optional<Axis> axis = axes.stream().filter(a -> means(written, a)).findFirst();
            if (axis.isPresent()) {
                value(axis.get(), value, where)
                        .ifPresent(found -> values.put(axis.get().path(), found));
            } else if (value instanceof ConfigObject inner) {
                read(inner, segments, axes, values);
            } else {
                List<String> names = axes.stream().map(Axis::name).toList();
                context.problems()
                        .add(
                                where,
                                "the baseline names \"" + written + "\", which is no axis",
                                Suggestions.didYouMean(written, names));
            }
        });
    }

    private static boolean means(String written, Axis axis) {
        return written.equals(axis.name()) || AxisPath.parse(written).path().equals(axis.path());
    }

    private Optional<Object> value(Axis axis, ConfigValue written, String where) {
        Object plain = PlainValues.canonical(written.unwrapped());
        Domain domain = axis.domain();
        String hash = ValueHash.of(plain);
        Optional<Object> found = LongStream.range(0, Math.min(domain.size(), MOST_LOOKED_AT))
                .mapToObj(domain::get)
                .filter(value -> ValueHash.of(value).equals(hash))
                .findFirst();
        if (found.isEmpty() && domain.size() <= MOST_LOOKED_AT) {
            List<String> values = LongStream.range(0, Math.min(domain.size(), 10))
                    .mapToObj(domain::get)
                    .map(PlainValues::text)
                    .toList();
            context.problems()
                    .add(
                            where,
                            "the baseline's " + axis.name() + " = " + PlainValues.text(plain)
                                    + " is no value of that axis",
                            "It has " + String.join(", ", values) + (domain.size() > 10 ? ", …" : "") + ".");
            return Optional.empty();
        }
        return found.or(() -> Optional.of(plain));
    }
}
