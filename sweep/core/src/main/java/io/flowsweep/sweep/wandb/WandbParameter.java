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

/**
 * One parameter of a sweep, in the words of W&amp;B.
 *
 * @param path where it stands in the file
 * @param given what the file says of it
 * @param grid whether only axes with a fixed list of values will do
 * @param problems what makes it unreadable
 * @param notes what is lost of its meaning
 */
record WandbParameter(String name, String path, Map<?, ?> given, boolean grid, Problems problems, List<String> notes) {

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

    /**
     * What it becomes.
     *
     * @param value its value in the config: a constant's, and of what varies the first; null where the first tells no kind
     * @param axis what HOCON says of the axis; empty for a constant
     */
    record Read(Object value, Optional<Object> axis) {

        static Optional<Read> varied(Object first, Object axis) {
            return Optional.of(new Read(first, Optional.of(axis)));
        }
    }

    private record MinMax(Number min, Number max) {}

    /** Empty when something is wrong, which is then among the problems. */
    Optional<Read> read() {
        boolean rounded = String.valueOf(given.get("distribution")).matches("q_(?!uniform).*");
        if (rounded) {
            notes.add(name + ": its values are not rounded to multiples of q; the flow can do that");
        }
        return switch (distribution()) {
            case "constant" -> Optional.of(new Read(PlainValues.canonical(given.get("value")), Optional.empty()));
            case "categorical", "categorical_w_probabilities" -> choice();
            case "int_uniform" -> wholeNumbers();
            case "uniform" -> interval("uniform");
            case "q_uniform" -> steps();
            case "log_uniform", "q_log_uniform" -> logarithms(1);
            case "inv_log_uniform" -> logarithms(-1);
            case "log_uniform_values", "q_log_uniform_values", "inv_log_uniform_values" -> interval("loguniform");
            case "normal", "q_normal" -> spread("normal");
            case "log_normal", "q_log_normal" -> spread("lognormal");
            default -> unknown();
        };
    }

    /** The one it names, or the one that its keys mean; empty when they mean none. */
    private String distribution() {
        if (given.containsKey("distribution")) {
            return String.valueOf(given.get("distribution"));
        }
        if (given.containsKey("value")) {
            return "constant";
        }
        if (given.containsKey("values")) {
            return "categorical";
        }
        if (!given.containsKey("min") && !given.containsKey("max")) {
            return "";
        }
        return isWhole("min") && isWhole("max") ? "int_uniform" : "uniform";
    }

    /** Whether the file writes a number without a point: {@code 1.0} is none. */
    private boolean isWhole(String key) {
        Object number = given.get(key);
        return PlainValues.canonical(number) instanceof Long && !(number instanceof Double);
    }

    private Optional<Read> unknown() {
        String named = PlainValues.text(given.get("distribution"));
        return given.containsKey("distribution")
                ? problem(
                        "there is no distribution \"" + named + "\" here", Suggestions.didYouMean(named, DISTRIBUTIONS))
                : problem("\"" + name + "\" must say value, values, or min and max", "");
    }

    private Optional<Read> choice() {
        if (!(given.get("values") instanceof List<?> values) || values.isEmpty()) {
            return problem("\"" + name + "\" needs values: [ … ]", "");
        }
        Set<Object> distinct = new LinkedHashSet<>();
        values.forEach(value -> distinct.add(PlainValues.canonical(value)));
        if (distinct.size() < values.size()) {
            notes.add(name + ": a value stands there twice; it is kept once");
        }
        if (given.containsKey("probabilities")) {
            notes.add(name + ": its probabilities are left out; all values are equally likely");
        }
        boolean oneKind = distinct.stream().map(PlainValues::kind).distinct().count() == 1;
        return Read.varied(oneKind ? distinct.iterator().next() : null, new ArrayList<>(distinct));
    }

    private Optional<Read> wholeNumbers() {
        return bounds().flatMap(bounds -> Read.varied(
                bounds.min(),
                grid ? range(bounds.min(), bounds.max()) : Map.of("randint", List.of(bounds.min(), bounds.max()))));
    }

    private Optional<Read> interval(String word) {
        return bounds().flatMap(bounds -> drawn(bounds.min(), word, bounds.min(), bounds.max()));
    }

    private Optional<Read> steps() {
        Number q = number("q", 1L);
        return bounds().flatMap(bounds -> {
            if (q.doubleValue() <= 0) {
                return problem("\"" + name + "\" needs a q above 0", "");
            }
            Object first = multiple(bounds.min(), q);
            Map<String, Object> range = range(first, multiple(bounds.max(), q));
            range.put("step", q);
            return Read.varied(first, range);
        });
    }

    /** The multiple of {@code q} nearest to a value. */
    private static Object multiple(Number value, Number q) {
        BigDecimal step = new BigDecimal(q.toString());
        BigDecimal steps = new BigDecimal(value.toString()).divide(step, 0, RoundingMode.HALF_EVEN);
        return PlainValues.canonical(steps.multiply(step));
    }

    /** Bounds that are natural logarithms of the values, or, with a sign of -1, of their inverses. */
    private Optional<Read> logarithms(int sign) {
        return bounds().flatMap(bounds -> {
            double least = Math.exp(sign * (sign > 0 ? bounds.min() : bounds.max()).doubleValue());
            double largest = Math.exp(sign * (sign > 0 ? bounds.max() : bounds.min()).doubleValue());
            return drawn(least, "loguniform", least, largest);
        });
    }

    private Optional<Read> spread(String word) {
        Number mu = number("mu", 0L);
        Number sigma = number("sigma", 1L);
        return drawn(word.equals("normal") ? mu : (Object) Math.exp(mu.doubleValue()), word, mu, sigma);
    }

    private Optional<Read> drawn(Object first, String word, Number one, Number other) {
        return grid
                ? problem("\"" + name + "\" has no list of values, and the method is grid", "Give it values: [ … ].")
                : Read.varied(first, Map.of(word, List.of(one, other)));
    }

    private static Map<String, Object> range(Object from, Object to) {
        Map<String, Object> range = new LinkedHashMap<>();
        range.put("from", from);
        range.put("to", to);
        return range;
    }

    private Optional<MinMax> bounds() {
        Optional<Number> min = number("min");
        Optional<Number> max = number("max");
        return min.flatMap(least -> max.map(largest -> new MinMax(least, largest)));
    }

    private Number number(String key, Number otherwise) {
        return given.containsKey(key) ? number(key).orElse(otherwise) : otherwise;
    }

    private Optional<Number> number(String key) {
        Object value = PlainValues.canonical(given.get(key));
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

    private Optional<Read> problem(String what, String cure) {
        problems.add(path, what, cure);
        return Optional.empty();
    }
}
