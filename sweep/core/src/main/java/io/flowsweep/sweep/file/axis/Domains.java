package io.flowsweep.sweep.file.axis;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import io.flowsweep.codec.PlainValues;
import io.flowsweep.config.SourcePlaces;
import io.flowsweep.config.VersionTexts;
import io.flowsweep.errors.Suggestions;
import io.flowsweep.sweep.file.base.AxisPath;
import io.flowsweep.sweep.space.Sample;
import io.flowsweep.sweep.space.domain.Domain;
import io.flowsweep.sweep.space.domain.Geomspace;
import io.flowsweep.sweep.space.domain.Linspace;
import io.flowsweep.sweep.space.domain.Range;
import io.flowsweep.sweep.space.domain.Values;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what a grid says about one axis: a list, {@code {from, to, step}}, {@code {values}} and so on. */
final class Domains {

    private static final Set<String> RANGE = Set.of("from", "to", "step");
    private static final List<String> SPACED = List.of("from", "to", "n");

    private static final Object UNREADABLE = new Object();

    private final SpaceContext context;

    Domains(SpaceContext context) {
        this.context = context;
    }

    /** The domain; empty when something is wrong, which is then on the problem list. */
    Optional<Domain> read(AxisPath axis, ConfigValue value, String where) {
        String path = axis.relative().isEmpty() ? axis.root() : axis.relative();
        if (value instanceof ConfigList list) {
            return values(axis, path, list, where);
        }
        if (value instanceof ConfigObject object) {
            return object(axis, path, DomainForm.words(object), where);
        }
        Object plain = expand(value, where).orElse(null);
        if (plain == UNREADABLE) {
            return Optional.empty();
        }
        if (plain instanceof List<?> list) {
            return distinct(path, list, list.stream().map(item -> where).toList(), where);
        }
        return problem(
                where,
                "axis \"" + path + "\" must be a list or { from, to, step }, but is " + PlainValues.text(plain),
                cure(plain));
    }

    /** What a sample draws from: a distribution, or a finite domain; empty as for {@link #read}. */
    Optional<Sample.Source> source(AxisPath axis, ConfigValue value, String where) {
        if (value instanceof ConfigObject object) {
            Map<String, ConfigValue> parts = DomainForm.words(object);
            Optional<String> word = parts.keySet().stream()
                    .filter(Distributions.words()::contains)
                    .findFirst();
            if (word.isPresent() && parts.size() == 1) {
                return Distributions.read(context, axis.relative(), word.get(), parts.get(word.get()), where)
                        .map(Sample.Source::of);
            }
        }
        return read(axis, value, where).map(Sample.Source::of);
    }

    private Optional<Domain> object(AxisPath axis, String path, Map<String, ConfigValue> parts, String where) {
        for (String word : parts.keySet()) {
            String place = SourcePlaces.of(parts.get(word).origin());
            if (DomainForm.FOREIGN.containsKey(word)) {
                return problem(
                        place, "axis \"" + path + "\": \"" + word + "\" is no domain", DomainForm.FOREIGN.get(word));
            }
            if (Distributions.words().contains(word)) {
                return problem(
                        place,
                        "axis \"" + path + "\": " + word + " has no number of values, and a grid needs one",
                        "Draw it: sample { method = lhs, n = 20, axes { " + path + " { " + word + " … } } }.");
            }
            if (DomainForm.ENDS.contains(word)) {
                return problem(
                        place,
                        "axis \"" + path + "\": unknown key \"" + word + "\"",
                        "Write { from = 1, to = 4 }, both ends included.");
            }
            if (DomainForm.NUMBERS.contains(word)) {
                return problem(
                        place,
                        "axis \"" + path + "\": unknown key \"" + word + "\"",
                        "So many values are { linspace { from = 0, to = 1, n = 5 } }; step says how far apart they are.");
            }
            if (!DomainForm.WORDS.contains(word)) {
                return problem(
                        place,
                        "axis \"" + path + "\": unknown key \"" + word + "\"",
                        Suggestions.didYouMean(word, DomainForm.WORDS));
            }
        }
        for (String alone : List.of("values", "linspace", "geomspace")) {
            if (parts.containsKey(alone)) {
                return parts.size() == 1
                        ? alone(axis, path, alone, parts.get(alone), where)
                        : problem(where, "axis \"" + path + "\" has " + alone + " and more", "Keep one of them.");
            }
        }
        if (parts.containsKey("group")) {
            return group(axis, parts, where);
        }
        if (!RANGE.containsAll(parts.keySet()) || !parts.containsKey("from") || !parts.containsKey("to")) {
            return problem(where, "axis \"" + path + "\" needs both from and to", "Write { from = 1, to = 4 }.");
        }
        return range(path, parts, where);
    }

    private Optional<Domain> alone(AxisPath axis, String path, String word, ConfigValue value, String where) {
        if (word.equals("values")) {
            return read(axis, value, where);
        }
        return new DomainNumbers(context)
                .read(path, word, SPACED, value, where)
                .flatMap(numbers -> context.attempt(path, where, () -> spaced(word, numbers)));
    }

    private static Domain spaced(String word, Map<String, Number> numbers) {
        if (!(numbers.get("n") instanceof Long n)) {
            throw new IllegalArgumentException("n must be a whole number, got " + numbers.get("n"));
        }
        return word.equals("linspace")
                ? new Linspace(
                        new BigDecimal(numbers.get("from").toString()),
                        new BigDecimal(numbers.get("to").toString()),
                        n)
                : new Geomspace(
                        numbers.get("from").doubleValue(), numbers.get("to").doubleValue(), n);
    }

    private Optional<Domain> group(AxisPath axis, Map<String, ConfigValue> parts, String where) {
        Object pattern = expand(parts.get("group"), where).orElse("");
        Optional<Object> standard = Optional.ofNullable(parts.get("default")).flatMap(value -> expand(value, where));
        if (!DomainForm.GROUP.containsAll(parts.keySet()) || !(pattern instanceof String text)) {
            return problem(
                    where,
                    "axis \"" + axis.path() + "\" is no group",
                    "Write { group = \"backend/*.conf\", default = NAME }.");
        }
        return new GroupReader(context).read(axis, text, standard.map(PlainValues::text), where);
    }

    private Optional<Domain> range(String path, Map<String, ConfigValue> parts, String where) {
        Map<String, Number> numbers = new LinkedHashMap<>();
        for (Map.Entry<String, ConfigValue> part : parts.entrySet()) {
            String place = SourcePlaces.of(part.getValue().origin());
            Object plain = expand(part.getValue(), place).orElse(null);
            if (plain instanceof Number number) {
                numbers.put(part.getKey(), number);
            } else if (plain != UNREADABLE) {
                problem(
                        place,
                        "axis \"" + path + "\": \"" + part.getKey() + "\" must be a number, but is "
                                + PlainValues.text(plain),
                        "");
            }
        }
        return numbers.size() < parts.size()
                ? Optional.empty()
                : context.attempt(
                        path,
                        where,
                        () -> Range.of(numbers.get("from"), numbers.get("to"), numbers.getOrDefault("step", 1)));
    }

    private Optional<Domain> values(AxisPath axis, String path, ConfigList list, String where) {
        List<Object> values = new ArrayList<>();
        List<String> places = new ArrayList<>();
        for (ConfigValue item : list) {
            String place = SourcePlaces.of(item.origin());
            values.add(
                    AxisCommands.isCommand(axis, item)
                            ? context.commands().add((ConfigObject) item, place)
                            : expand(path, item, place).orElse(null));
            places.add(place);
        }
        return values.contains(UNREADABLE) ? Optional.empty() : distinct(path, values, places, where);
    }

    private Optional<Domain> distinct(String path, List<?> values, List<String> places, String where) {
        if (values.isEmpty()) {
            return problem(where, "axis \"" + path + "\" has no values", "Give at least one, or remove the axis.");
        }
        boolean fine = true;
        Map<Object, String> seen = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            String first = seen.putIfAbsent(value, places.get(i));
            if (first != null) {
                problem(
                        places.get(i),
                        "axis \"" + path + "\" has the value " + PlainValues.text(value) + " twice",
                        "Keep one.");
            }
            boolean infinite = value instanceof Double number && !Double.isFinite(number);
            if (infinite) {
                problem(
                        places.get(i),
                        "axis \"" + path + "\" has a number that is too large",
                        "The largest is 1.79e308.");
            }
            fine &= first == null && !infinite;
        }
        return fine ? Optional.of(new Values(new ArrayList<>(values))) : Optional.empty();
    }

    /** The plain value, {@link #UNREADABLE} when it is wrong; empty for null. */
    private Optional<Object> expand(ConfigValue value, String where) {
        return expand("", value, where);
    }

    /** The same of a value under a key; under one of a version, as it is written. */
    private Optional<Object> expand(String key, ConfigValue value, String where) {
        Object plain = PlainValues.canonical(VersionTexts.in(key, value));
        return plain == null
                ? Optional.empty()
                : Optional.of(context.expandPlain(plain, where).orElse(UNREADABLE));
    }

    private static String cure(Object plain) {
        String text = PlainValues.text(plain);
        if (text.matches("\\s*-?[\\d.]+\\s*(\\.\\.|:)\\s*-?[\\d.]+.*")) {
            return "Write { from = …, to = … }, both ends included.";
        }
        if (text.matches("\\w+\\(.*")) {
            return "There are no functions in a sweep file.";
        }
        if (text.matches("[^\\[\\]{}\"]+(,[^\\[\\]{}\"]+)+")) {
            return "Write [" + text + "] for these values.";
        }
        return "Write [" + text + "] for one value, or set it in the config.";
    }

    private Optional<Domain> problem(String where, String what, String cure) {
        context.problems().add(where, what, cure);
        return Optional.empty();
    }
}
