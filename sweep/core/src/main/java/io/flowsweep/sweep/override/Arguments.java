package io.flowsweep.sweep.override;

import io.flowsweep.errors.Suggestions;
import io.flowsweep.sweep.override.OverrideValue.One;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The arguments of one call, by position or by name. */
final class Arguments {

    private final String function;
    private final List<Argument> given;
    private final int at;
    private final Map<String, OverrideValue> byName = new LinkedHashMap<>();

    Arguments(String function, List<Argument> given, int at) {
        this.function = function;
        this.given = given;
        this.at = at;
    }

    int count() {
        return given.size();
    }

    boolean has(String name) {
        return given.stream().anyMatch(argument -> argument.name().equals(name));
    }

    /**
     * The values that it works on: those without a name, or the one with one of these names. A name that is none of these
     * and was not asked for is unknown.
     */
    List<OverrideValue> values(String... names) {
        List<OverrideValue> values = new ArrayList<>();
        for (Argument argument : given) {
            if (argument.name().isEmpty() || List.of(names).contains(argument.name())) {
                values.add(argument.value());
            } else if (!byName.containsKey(argument.name())) {
                List<String> known = new ArrayList<>(byName.keySet());
                known.addAll(List.of(names));
                throw unknown(argument, known);
            }
        }
        return values;
    }

    /** Gives a name to each, in this order; those that have one keep it. */
    void bind(List<String> names) {
        int next = 0;
        for (Argument argument : given) {
            String name = argument.name();
            if (name.isEmpty()) {
                if (!byName.isEmpty() && byName.size() > next) {
                    throw new OverrideFault(
                            "a value without a name cannot follow one with a name",
                            argument.value().at(),
                            "Name it, too.");
                }
                if (next == names.size()) {
                    throw new OverrideFault(
                            function + "() takes at most " + names.size() + " values",
                            argument.value().at(),
                            "");
                }
                name = names.get(next++);
            } else if (!names.contains(name)) {
                throw unknown(argument, names);
            }
            if (byName.put(name, argument.value()) != null) {
                throw new OverrideFault(
                        name + " is given twice", argument.value().at(), "");
            }
        }
    }

    /** @param otherwise null when it must be given */
    BigDecimal number(String name, BigDecimal otherwise) {
        OverrideValue value = byName.get(name);
        if (value == null && otherwise != null) {
            return otherwise;
        }
        if (value instanceof One one && one.element().plain() instanceof Number number) {
            return new BigDecimal(number.toString());
        }
        throw new OverrideFault(
                function + "() needs a number for " + name,
                value == null ? at : value.at(),
                "Write range(start,stop,step), or start..last for both ends included.");
    }

    /** One text or a list of texts; empty when not given. */
    List<String> texts(String name) {
        OverrideValue value = byName.get(name);
        if (value == null) {
            return List.of();
        }
        Object plain = value instanceof One one ? one.element().text().plain() : null;
        List<?> items = plain instanceof List<?> list ? list : plain instanceof String text ? List.of(text) : List.of();
        if (items.isEmpty() || !items.stream().allMatch(String.class::isInstance)) {
            throw new OverrideFault(name + " must be a pattern or a list of patterns", value.at(), "");
        }
        return items.stream().map(String.class::cast).toList();
    }

    /** {@code name=true}; false when not given. */
    boolean flag(String name) {
        boolean flag = false;
        for (Argument argument : given) {
            if (argument.name().equals(name)) {
                byName.put(name, argument.value());
                if (!(argument.value() instanceof One one && one.element().plain() instanceof Boolean value)) {
                    throw new OverrideFault(
                            name + " must be true or false", argument.value().at(), "");
                }
                flag = value;
            }
        }
        return flag;
    }

    private OverrideFault unknown(Argument argument, List<String> names) {
        return new OverrideFault(
                function + "() has no \"" + argument.name() + "\"",
                argument.value().at(),
                Suggestions.didYouMean(argument.name(), names));
    }
}
