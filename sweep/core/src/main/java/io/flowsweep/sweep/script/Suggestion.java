package io.flowsweep.sweep.script;

import io.flowsweep.python.ScriptArgument;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Values that somebody may want to try for an argument. */
final class Suggestion {

    /** What changes where and how something runs, rather than what comes of it. */
    private static final Pattern NO_AXIS = Pattern.compile(
            "seed|port|worker|thread|process|rank|world|gpu|cuda|device|dist|log|print|save|freq|interval|every|verbose|debug|quiet"
                    + "|resume|start|dry|check|class|version|wandb|profile|test|eval");

    /** What is tried by powers of ten. */
    private static final Pattern BY_TENS = Pattern.compile("lr|rate|decay|eps|reg|penalty|lambda|tol");

    private static final Pattern SEED = Pattern.compile("(?:.*[-_.])?seed");

    private Suggestion() {}

    static boolean isSeed(String name) {
        return SEED.matcher(name.replaceFirst("^-+", "")).matches();
    }

    /** At least two values; empty when there is nothing sensible. */
    static Optional<List<Object>> of(ScriptArgument argument, Object value) {
        String name = argument.name().toLowerCase(Locale.ROOT);
        if (NO_AXIS.matcher(name).find() || argument.exclusive().isPresent()) {
            return Optional.empty();
        }
        if (argument.isSwitch()) {
            return Optional.of(List.of(false, true));
        }
        if (argument.choices().size() > 1 && !argument.isList()) {
            return Optional.of(argument.choices());
        }
        return value instanceof Number number ? numbers(argument, name, number) : Optional.empty();
    }

    private static Optional<List<Object>> numbers(ScriptArgument argument, String name, Number number) {
        BigDecimal base = new BigDecimal(number.toString());
        if (base.signum() <= 0 || name.equals("--k") && base.intValue() < 2) {
            return Optional.empty();
        }
        boolean whole = argument.type().equals("int") || argument.type().isEmpty() && base.scale() <= 0;
        if (whole) {
            long n = base.longValue();
            return Optional.of(n == 1 ? List.of(1L, 2L) : List.of(Math.max(1, n / 2), n, 2 * n));
        }
        int factor = BY_TENS.matcher(name).find() ? 10 : 2;
        return Optional.of(Stream.of(
                        base.divide(BigDecimal.valueOf(factor), MathContext.DECIMAL32),
                        base,
                        base.multiply(BigDecimal.valueOf(factor)))
                .filter(value ->
                        base.compareTo(BigDecimal.ONE) >= 0 || value.compareTo(BigDecimal.ONE) < 0 || factor == 10)
                .<Object>map(BigDecimal::doubleValue)
                .toList());
    }
}
