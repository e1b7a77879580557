package io.flowsweep.sweep.wandb;

import io.flowsweep.codec.PlainValues;
import io.flowsweep.config.ConfigPaths;
import io.flowsweep.errors.Suggestions;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The parameters of a sweep as a base config and axes over it, nested alike. */
final class Parameters {

    private static final List<String> DISTRIBUTIONS = List.of(
            "constant",
            "categorical",
            "categorical_w_probabilities",
            "int_uniform",
            "uniform",
            "q_uniform",
            "log_uniform",
            "log_uniform_values",
            "q_log_uniform",
            "q_log_uniform_values",
            "inv_log_uniform",
            "inv_log_uniform_values",
            "normal",
            "q_normal",
            "log_normal",
            "q_log_normal");

    /** What an axis' path may begin with besides a key of the config. */
    private static final Set<String> ROOTS =
            Set.of("config", "configs", "params", "run", "jvm", "environment", "flow", "binding", "let");

    private final boolean grid;
    private final Problems problems;
    private final List<String> notes;
    private final Map<String, Object> base;
    private final Map<String, Object> axes;

    Parameters(Map<?, ?> parameters, boolean grid, Problems problems, List<String> notes) {
        this.grid = grid;
        this.problems = problems;
        this.notes = notes;
        this.base = new LinkedHashMap<>();
        Map<String, Object> plain = new LinkedHashMap<>();
        read(parameters, "parameters", base, plain);
        this.axes = plain.keySet().stream().anyMatch(ROOTS::contains) ? Map.of("config", plain) : plain;
        for (String reserved : List.of("config", "let")) {
            if (base.containsKey(reserved)) {
                problems.add("parameters." + reserved, "no parameter can be called \"" + reserved + "\"", "Rename it.");
            }
        }
    }

    /** The config: a constant's value, and of what varies the first. */
    Map<String, Object> base() {
        return base;
    }

    /** The axes: what HOCON says of each. */
    Map<String, Object> axes() {
        return axes;
    }

    private void read(Map<?, ?> parameters, String path, Map<String, Object> values, Map<String, Object> varied) {
        parameters.forEach((key, given) -> {
            String name = (String) key;
            String child = ConfigPaths.child(path, name);
            if (!(given instanceof Map<?, ?> parameter)) {
                problems.add(
                        child,
                        "\"" + name + "\" must say value, values, or min and max",
                        "Write value: " + PlainValues.text(given) + ".");
            } else if (parameter.get("parameters") instanceof Map<?, ?> inner) {
                Map<String, Object> innerValues = new LinkedHashMap<>();
                Map<String, Object> innerVaried = new LinkedHashMap<>();
                read(inner, ConfigPaths.child(child, "parameters"), innerValues, innerVaried);
                values.put(name, innerValues);
                if (!innerVaried.isEmpty()) {
                    varied.put(name, innerVaried);
                }
            } else {
                read(new Parameter(name, child, parameter, values, varied));
            }
        });
    }

    /**
     * A parameter, and where what it becomes is put under its name.
     *
     * @param given what the sweep says of it
     * @param values the config
     * @param varied the axes
     */
    private record Parameter(
            String name, String path, Map<?, ?> given, Map<String, Object> values, Map<String, Object> varied) {

        void put(Object first, Object axis) {
            values.put(name, first);
            varied.put(name, axis);
        }
    }

    private void read(Parameter parameter) {
        String name = parameter.name();
        Map<?, ?> given = parameter.given();
        switch (distribution(given)) {
            case "constant" -> parameter.values().put(name, PlainValues.canonical(given.get("value")));
            case "categorical", "categorical_w_probabilities" -> choice(parameter);
            case "int_uniform" -> interval(parameter, "randint");
            case "uniform" -> interval(parameter, "uniform");
            case "q_uniform" -> steps(parameter);
            case "log_uniform", "q_log_uniform" -> logarithms(parameter, 1);
            case "inv_log_uniform" -> logarithms(parameter, -1);
            case "log_uniform_values", "q_log_uniform_values", "inv_log_uniform_values" ->
                interval(parameter, "loguniform");
            case "normal", "q_normal" -> spread(parameter, "normal");
            case "log_normal", "q_log_normal" -> spread(parameter, "lognormal");
            default -> unknown(parameter);
        }
        boolean rounded = String.valueOf(given.get("distribution")).matches("q_(?!uniform).*");
        if (rounded) {
            notes.add(name + ": its values are not rounded to multiples of q; the flow can do that");
        }
    }

    private void unknown(Parameter parameter) {
        Map<?, ?> given = parameter.given();
        String named = PlainValues.text(given.get("distribution"));
        boolean names = given.containsKey("distribution");
        problems.add(
                parameter.path(),
                names
                        ? "there is no distribution \"" + named + "\" here"
                        : "\"" + parameter.name() + "\" must say value, values, or min and max",
                names ? Suggestions.didYouMean(named, DISTRIBUTIONS) : "");
    }

    /** The one it names, or the one that its keys mean. */
    private static String distribution(Map<?, ?> parameter) {
        if (parameter.containsKey("distribution")) {
            return String.valueOf(parameter.get("distribution"));
        }
        if (parameter.containsKey("value")) {
            return "constant";
        }
        if (parameter.containsKey("values")) {
            return "categorical";
        }
        boolean whole = PlainValues.canonical(parameter.get("min")) instanceof Long
                && PlainValues.canonical(parameter.get("max")) instanceof Long
                && !(parameter.get("min") instanceof Double)
                && !(parameter.get("max") instanceof Double);
        return !parameter.containsKey("min") && !parameter.containsKey("max") ? "" : whole ? "int_uniform" : "uniform";
    }

    private void choice(Parameter parameter) {
        String name = parameter.name();
        if (!(parameter.given().get("values") instanceof List<?> given) || given.isEmpty()) {
            problems.add(parameter.path(), "\"" + name + "\" needs values: [ … ]", "");
            return;
        }
        Set<Object> distinct = new LinkedHashSet<>();
        given.forEach(value -> distinct.add(PlainValues.canonical(value)));
        if (distinct.size() < given.size()) {
            notes.add(name + ": a value stands there twice; it is kept once");
        }
        if (parameter.given().containsKey("probabilities")) {
            notes.add(name + ": its probabilities are left out; all values are equally likely");
        }
        boolean oneKind = distinct.stream().map(PlainValues::kind).distinct().count() == 1;
        parameter.put(oneKind ? distinct.iterator().next() : null, new ArrayList<>(distinct));
    }

    private void interval(Parameter parameter, String word) {
        bounds(parameter).ifPresent(bounds -> {
            if (grid && !word.equals("randint")) {
                noGrid(parameter);
            } else {
                Object axis = grid ? range(bounds.min(), bounds.max()) : Map.of(word, bounds.list());
                parameter.put(bounds.min(), axis);
            }
        });
    }

    private void steps(Parameter parameter) {
        Number q = number(parameter, "q", 1L);
        bounds(parameter).ifPresent(bounds -> {
            if (q.doubleValue() <= 0) {
                problems.add(parameter.path(), "\"" + parameter.name() + "\" needs a q above 0", "");
                return;
            }
            Object first = multiple(bounds.min(), q);
            Map<String, Object> range = range(first, multiple(bounds.max(), q));
            range.put("step", q);
            parameter.put(first, range);
        });
    }

    /** The multiple of {@code q} nearest to a value. */
    private static Object multiple(Number value, Number q) {
        BigDecimal step = new BigDecimal(q.toString());
        BigDecimal steps = new BigDecimal(value.toString()).divide(step, 0, RoundingMode.HALF_EVEN);
        return PlainValues.canonical(steps.multiply(step));
    }

    /** Bounds that are natural logarithms of the values, or of their inverses. */
    private void logarithms(Parameter parameter, int sign) {
        bounds(parameter).ifPresent(bounds -> {
            if (grid) {
                noGrid(parameter);
                return;
            }
            double from = Math.exp(sign * (sign > 0 ? bounds.min() : bounds.max()).doubleValue());
            double to = Math.exp(sign * (sign > 0 ? bounds.max() : bounds.min()).doubleValue());
            parameter.put(from, Map.of("loguniform", List.of(from, to)));
        });
    }

    private void spread(Parameter parameter, String word) {
        Number mu = number(parameter, "mu", 0L);
        Number sigma = number(parameter, "sigma", 1L);
        if (grid) {
            noGrid(parameter);
        } else {
            Object middle = word.equals("normal") ? mu : (Object) Math.exp(mu.doubleValue());
            parameter.put(middle, Map.of(word, List.of(mu, sigma)));
        }
    }

    private static Map<String, Object> range(Object from, Object to) {
        Map<String, Object> range = new LinkedHashMap<>();
        range.put("from", from);
        range.put("to", to);
        return range;
    }

    private record MinMax(Number min, Number max) {

        List<Number> list() {
            return List.of(min, max);
        }
    }

    private Optional<MinMax> bounds(Parameter parameter) {
        Optional<Number> min = number(parameter, "min");
        Optional<Number> max = number(parameter, "max");
        return min.flatMap(from -> max.map(to -> new MinMax(from, to)));
    }

    private Number number(Parameter parameter, String key, Number otherwise) {
        return parameter.given().containsKey(key) ? number(parameter, key).orElse(otherwise) : otherwise;
    }

    private Optional<Number> number(Parameter parameter, String key) {
        Object value = PlainValues.canonical(parameter.given().get(key));
        if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
            return Optional.of(number);
        }
        problems.add(
                ConfigPaths.child(parameter.path(), key),
                "\"" + parameter.name() + "\" needs a number for " + key
                        + (value == null ? "" : ", not " + PlainValues.text(value)),
                "");
        return Optional.empty();
    }

    private void noGrid(Parameter parameter) {
        problems.add(
                parameter.path(),
                "\"" + parameter.name() + "\" has no list of values, and the method is grid",
                "Give it values: [ … ].");
    }
}
