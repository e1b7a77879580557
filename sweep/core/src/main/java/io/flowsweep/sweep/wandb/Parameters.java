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
                parameter(name, child, parameter, values, varied);
            }
        });
    }

    private void parameter(
            String name, String path, Map<?, ?> parameter, Map<String, Object> values, Map<String, Object> varied) {
        switch (distribution(parameter)) {
            case "constant" -> values.put(name, PlainValues.canonical(parameter.get("value")));
            case "categorical", "categorical_w_probabilities" -> choice(name, path, parameter, values, varied);
            case "int_uniform" -> interval(name, path, parameter, "randint", values, varied);
            case "uniform" -> interval(name, path, parameter, "uniform", values, varied);
            case "q_uniform" -> steps(name, path, parameter, values, varied);
            case "log_uniform", "q_log_uniform" -> logarithms(name, path, parameter, 1, values, varied);
            case "inv_log_uniform" -> logarithms(name, path, parameter, -1, values, varied);
            case "log_uniform_values", "q_log_uniform_values", "inv_log_uniform_values" ->
                interval(name, path, parameter, "loguniform", values, varied);
            case "normal", "q_normal" -> spread(name, path, parameter, "normal", values, varied);
            case "log_normal", "q_log_normal" -> spread(name, path, parameter, "lognormal", values, varied);
            default -> {
                String given = PlainValues.text(parameter.get("distribution"));
                problems.add(
                        path,
                        parameter.containsKey("distribution")
                                ? "there is no distribution \"" + given + "\" here"
                                : "\"" + name + "\" must say value, values, or min and max",
                        parameter.containsKey("distribution") ? Suggestions.didYouMean(given, DISTRIBUTIONS) : "");
            }
        }
        boolean rounded = String.valueOf(parameter.get("distribution")).matches("q_(?!uniform).*");
        if (rounded) {
            notes.add(name + ": its values are not rounded to multiples of q; the flow can do that");
        }
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

    private void choice(
            String name, String path, Map<?, ?> parameter, Map<String, Object> values, Map<String, Object> varied) {
        if (!(parameter.get("values") instanceof List<?> given) || given.isEmpty()) {
            problems.add(path, "\"" + name + "\" needs values: [ … ]", "");
            return;
        }
        Set<Object> distinct = new LinkedHashSet<>();
        given.forEach(value -> distinct.add(PlainValues.canonical(value)));
        if (distinct.size() < given.size()) {
            notes.add(name + ": a value stands there twice; it is kept once");
        }
        if (parameter.containsKey("probabilities")) {
            notes.add(name + ": its probabilities are left out; all values are equally likely");
        }
        boolean oneKind = distinct.stream().map(PlainValues::kind).distinct().count() == 1;
        values.put(name, oneKind ? distinct.iterator().next() : null);
        varied.put(name, new ArrayList<>(distinct));
    }

    private void interval(
            String name,
            String path,
            Map<?, ?> parameter,
            String word,
            Map<String, Object> values,
            Map<String, Object> varied) {
        Optional<Number> min = number(name, path, parameter, "min");
        Optional<Number> max = number(name, path, parameter, "max");
        if (min.isEmpty() || max.isEmpty()) {
            return;
        }
        values.put(name, min.get());
        Map<String, Object> range = new LinkedHashMap<>();
        range.put("from", min.get());
        range.put("to", max.get());
        if (!grid) {
            varied.put(name, Map.of(word, List.of(min.get(), max.get())));
        } else if (word.equals("randint")) {
            varied.put(name, range);
        } else {
            noGrid(name, path);
        }
    }

    private void steps(
            String name, String path, Map<?, ?> parameter, Map<String, Object> values, Map<String, Object> varied) {
        Optional<Number> min = number(name, path, parameter, "min");
        Optional<Number> max = number(name, path, parameter, "max");
        Number q =
                parameter.containsKey("q") ? number(name, path, parameter, "q").orElse(1L) : 1L;
        if (min.isEmpty() || max.isEmpty()) {
            return;
        }
        if (q.doubleValue() <= 0) {
            problems.add(path, "\"" + name + "\" needs a q above 0", "");
            return;
        }
        Map<String, Object> range = new LinkedHashMap<>();
        range.put("from", multiple(min.get(), q));
        range.put("to", multiple(max.get(), q));
        range.put("step", q);
        values.put(name, range.get("from"));
        varied.put(name, range);
    }

    /** The multiple of {@code q} nearest to a value. */
    private static Object multiple(Number value, Number q) {
        BigDecimal step = new BigDecimal(q.toString());
        BigDecimal steps = new BigDecimal(value.toString()).divide(step, 0, RoundingMode.HALF_EVEN);
        return PlainValues.canonical(steps.multiply(step));
    }

    /** Bounds that are natural logarithms of the values, or of their inverses. */
    private void logarithms(
            String name,
            String path,
            Map<?, ?> parameter,
            int sign,
            Map<String, Object> values,
            Map<String, Object> varied) {
        Optional<Number> min = number(name, path, parameter, "min");
        Optional<Number> max = number(name, path, parameter, "max");
        if (min.isEmpty() || max.isEmpty()) {
            return;
        }
        double from = Math.exp(sign * (sign > 0 ? min : max).get().doubleValue());
        double to = Math.exp(sign * (sign > 0 ? max : min).get().doubleValue());
        if (grid) {
            noGrid(name, path);
            return;
        }
        values.put(name, from);
        varied.put(name, Map.of("loguniform", List.of(from, to)));
    }

    private void spread(
            String name,
            String path,
            Map<?, ?> parameter,
            String word,
            Map<String, Object> values,
            Map<String, Object> varied) {
        Number mu = parameter.containsKey("mu")
                ? number(name, path, parameter, "mu").orElse(0L)
                : 0L;
        Number sigma = parameter.containsKey("sigma")
                ? number(name, path, parameter, "sigma").orElse(1L)
                : 1L;
        if (grid) {
            noGrid(name, path);
            return;
        }
        values.put(name, word.equals("normal") ? mu : (Object) Math.exp(mu.doubleValue()));
        varied.put(name, Map.of(word, List.of(mu, sigma)));
    }

    private Optional<Number> number(String name, String path, Map<?, ?> parameter, String key) {
        Object value = PlainValues.canonical(parameter.get(key));
        if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
            return Optional.of(number);
        }
        problems.add(
                ConfigPaths.child(path, key),
                "\"" + name + "\" needs a number for " + key
                        + (value == null ? "" : ", not " + PlainValues.text(value)),
                "");
        return Optional.empty();
    }

    private void noGrid(String name, String path) {
        problems.add(path, "\"" + name + "\" has no list of values, and the method is grid", "Give it values: [ … ].");
    }
}
