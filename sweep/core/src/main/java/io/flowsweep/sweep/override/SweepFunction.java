package io.flowsweep.sweep.override;

import io.flowsweep.codec.PlainValues;
import io.flowsweep.errors.Suggestions;
import io.flowsweep.sweep.override.OverrideValue.Numbers;
import io.flowsweep.sweep.override.OverrideValue.One;
import io.flowsweep.sweep.override.OverrideValue.Options;
import io.flowsweep.sweep.override.OverrideValue.Several;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The functions of an override. */
final class SweepFunction {

    private static final Set<String> CASTS = Set.of("int", "float", "bool", "str");

    private static final List<String> NAMES = List.of("choice", "range", "glob", "sort", "int", "float", "bool", "str");

    /** Functions of Hydra that have no counterpart here, and what to write instead. */
    private static final Map<String, String> REFUSED = Map.of(
            "interval",
            "Write { uniform = [a, b] } for the axis, in a sample { } node of the file.",
            "shuffle",
            "Write the values in order and add --shuffle SEED, which every machine repeats.",
            "tag",
            "Write the values alone; tags of runs are tags = [\"…\"] in the file.",
            "json_str",
            "Write the JSON in quotes: path='{\"a\": 1}'.",
            "extend_list",
            "Give the whole list: path=[1,2,3].");

    private final Arguments arguments;
    private final int at;

    private SweepFunction(Arguments arguments, int at) {
        this.arguments = arguments;
        this.at = at;
    }

    static OverrideValue apply(String name, List<Argument> given, int at) {
        if (REFUSED.containsKey(name)) {
            throw new OverrideFault("there is no " + name + "() here", at, REFUSED.get(name));
        }
        SweepFunction function = new SweepFunction(new Arguments(name, given, at), at);
        return switch (name) {
            case "choice" -> function.choice();
            case "range" -> function.range();
            case "glob" -> function.glob();
            case "sort" -> function.sort();
            default -> {
                if (CASTS.contains(name)) {
                    yield function.cast(name);
                }
                throw new OverrideFault("there is no function " + name + "()", at, Suggestions.didYouMean(name, NAMES));
            }
        };
    }

    private OverrideValue choice() {
        List<OverrideValue> values = arguments.values();
        if (values.isEmpty()) {
            throw new OverrideFault("choice() needs a value", at, "");
        }
        for (OverrideValue value : values) {
            if (value instanceof Several) {
                throw new OverrideFault("a choice cannot stand in a choice", value.at(), "Write all values in one.");
            }
        }
        return new Several(Sweeps.elements(values, at), at);
    }

    private OverrideValue range() {
        List<String> names =
                arguments.count() == 1 && !arguments.has("start") ? List.of("stop") : List.of("start", "stop", "step");
        arguments.bind(names);
        BigDecimal start = arguments.number("start", BigDecimal.ZERO);
        BigDecimal stop = arguments.number("stop", null);
        return new Numbers(Sweeps.halfOpen(start, stop, arguments.number("step", BigDecimal.ONE), at), at);
    }

    private OverrideValue glob() {
        arguments.bind(List.of("include", "exclude"));
        List<String> include = arguments.texts("include");
        if (include.isEmpty()) {
            throw new OverrideFault("glob() needs a pattern", at, "Write glob(*) for all options.");
        }
        return new Options(new Glob(include, arguments.texts("exclude")), at);
    }

    /** Of several values, or of the items of one list. */
    private OverrideValue sort() {
        boolean reverse = arguments.flag("reverse");
        List<OverrideValue> values = arguments.values("sweep", "list");
        if (values.size() == 1 && values.get(0) instanceof One one) {
            return one.element().plain() instanceof List<?> items ? one(sortedItems(items, reverse)) : one;
        }
        if (values.isEmpty()) {
            throw new OverrideFault("sort() needs values", at, "");
        }
        return new Several(sorted(Sweeps.elements(values, at), reverse), at);
    }

    private List<Object> sortedItems(List<?> items, boolean reverse) {
        List<Element> elements = new ArrayList<>();
        items.forEach(item -> elements.add(new Element(item, null, at)));
        return sorted(elements, reverse).stream().map(Element::plain).toList();
    }

    private List<Element> sorted(List<Element> elements, boolean reverse) {
        boolean numbers = elements.stream().allMatch(e -> e.plain() instanceof Number);
        if (!numbers && !elements.stream().allMatch(e -> e.plain() instanceof String)) {
            throw new OverrideFault("sort() needs numbers alone or texts alone", at, "Write the values in your order.");
        }
        Comparator<Element> order = numbers
                ? Comparator.comparing(e -> new BigDecimal(e.plain().toString()))
                : Comparator.comparing(e -> (String) e.plain());
        List<Element> sorted = new ArrayList<>(elements);
        sorted.sort(reverse ? order.reversed() : order);
        return sorted;
    }

    /** Of one value, of each of several, and of all within lists and dicts. */
    private OverrideValue cast(String type) {
        List<OverrideValue> values = arguments.values("value");
        if (values.size() == 1 && values.get(0) instanceof One one) {
            return one(Casts.to(type, one.element()));
        }
        if (values.size() != 1) {
            throw new OverrideFault(type + "() takes one value", at, "Write " + type + "(choice(1,2)) for several.");
        }
        return new Several(
                Sweeps.elements(values, at).stream()
                        .map(e -> new Element(Casts.to(type, e), null, e.at()))
                        .toList(),
                at);
    }

    private One one(Object value) {
        return new One(new Element(PlainValues.canonical(value), null, at));
    }
}
