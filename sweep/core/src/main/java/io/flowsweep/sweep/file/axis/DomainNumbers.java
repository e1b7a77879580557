package io.flowsweep.sweep.file.axis;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import io.flowsweep.codec.KeyStyle;
import io.flowsweep.codec.PlainValues;
import io.flowsweep.config.SourcePlaces;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The numbers that a domain is made of: {@code { from = 0, to = 1 }}, or in their order {@code [0, 1]}. */
final class DomainNumbers {

    private final SpaceContext context;

    DomainNumbers(SpaceContext context) {
        this.context = context;
    }

    /**
     * The numbers by name; empty when something is wrong, which is then a problem.
     *
     * @param word the domain
     * @param names in the order of a list
     */
    Optional<Map<String, Number>> read(String axis, String word, List<String> names, ConfigValue value, String where) {
        Map<String, ConfigValue> given = given(names, value);
        if (!given.keySet().equals(Set.copyOf(names))) {
            return wrong(axis, word, names, where);
        }
        Map<String, Number> numbers = new LinkedHashMap<>();
        for (String name : names) {
            ConfigValue part = given.get(name);
            String place = SourcePlaces.of(part.origin());
            Object plain = context.expand(part, place).orElse(null);
            if (!(plain instanceof Number number) || !Double.isFinite(number.doubleValue())) {
                context.problems()
                        .add(
                                place,
                                "axis \"" + axis + "\": \"" + name + "\" of " + word + " must be a number, but is "
                                        + PlainValues.text(plain),
                                "");
                return Optional.empty();
            }
            numbers.put(name, number);
        }
        return Optional.of(numbers);
    }

    private static Map<String, ConfigValue> given(List<String> names, ConfigValue value) {
        Map<String, ConfigValue> given = new LinkedHashMap<>();
        if (value instanceof ConfigList list && list.size() == names.size()) {
            for (int i = 0; i < names.size(); i++) {
                given.put(names.get(i), list.get(i));
            }
        } else if (value instanceof ConfigObject object) {
            object.forEach((key, part) -> given.put(KeyStyle.canonical(key), part));
        }
        return given;
    }

    private Optional<Map<String, Number>> wrong(String axis, String word, List<String> names, String where) {
        List<String> parts = new ArrayList<>();
        names.forEach(name -> parts.add(name + " = …"));
        context.problems()
                .add(
                        where,
                        "axis \"" + axis + "\": " + word + " needs " + String.join(", ", names),
                        "Write { " + word + " { " + String.join(", ", parts) + " } }, or " + word + " = ["
                                + String.join(", ", names) + "].");
        return Optional.empty();
    }
}
