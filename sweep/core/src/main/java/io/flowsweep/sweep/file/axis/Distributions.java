package io.flowsweep.sweep.file.axis;

import com.typesafe.config.ConfigValue;
import io.flowsweep.sweep.sampling.Distribution;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads domains that have no size: {@code { loguniform = [1e-4, 1e-1] }}. */
final class Distributions {

    private static final List<String> INTERVAL = List.of("from", "to");
    private static final List<String> SPREAD = List.of("mean", "sd");
    private static final Map<String, List<String>> WORDS = Map.of(
            "uniform", INTERVAL,
            "loguniform", INTERVAL,
            "randint", INTERVAL,
            "normal", SPREAD,
            "lognormal", SPREAD);

    private Distributions() {}

    /** The words that begin one. */
    static Set<String> words() {
        return WORDS.keySet();
    }

    static Optional<Distribution> read(
            SpaceContext context, String axis, String word, ConfigValue value, String where) {
        return new DomainNumbers(context)
                .read(axis, word, WORDS.get(word), value, where)
                .flatMap(numbers -> context.attempt(axis, where, () -> make(word, numbers)));
    }

    private static Distribution make(String word, Map<String, Number> numbers) {
        return switch (word) {
            case "uniform" -> new Distribution.Uniform(real(numbers, "from"), real(numbers, "to"));
            case "loguniform" -> new Distribution.LogUniform(real(numbers, "from"), real(numbers, "to"));
            case "normal" -> new Distribution.Normal(real(numbers, "mean"), real(numbers, "sd"));
            case "lognormal" -> new Distribution.LogNormal(real(numbers, "mean"), real(numbers, "sd"));
            default -> new Distribution.RandInt(whole(numbers, "from"), whole(numbers, "to"));
        };
    }

    private static double real(Map<String, Number> numbers, String name) {
        return numbers.get(name).doubleValue();
    }

    private static long whole(Map<String, Number> numbers, String name) {
        if (numbers.get(name) instanceof Long whole) {
            return whole;
        }
        throw new IllegalArgumentException("\"" + name + "\" must be a whole number, got " + numbers.get(name));
    }
}
