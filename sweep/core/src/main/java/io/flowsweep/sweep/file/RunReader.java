package io.flowsweep.sweep.file;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads {@code run { executor, parallel, variant_timeout, exclusive }}. */
final class RunReader {

    static final RunPolicy DEFAULT = new RunPolicy("process", OptionalInt.empty(), Optional.empty(), false);

    static final Set<String> KEYS = Set.of("executor", "parallel", "variant_timeout", "exclusive");
    /** What no variant can have for itself. */
    static final Set<String> OF_THE_SWEEP = Set.of("parallel", "exclusive", "max_failures", "order", "budget", "reuse");

    private static final Set<String> LATER =
            Set.of("retry", "max_failures", "resources", "reuse", "order", "budget", "oversubscribe", "pools", "bind");

    private RunReader() {}

    static RunPolicy read(Section section) {
        section.allow(KEYS, LATER);
        return new RunPolicy(
                section.text("executor").orElse(DEFAULT.executor()),
                parallel(section),
                timeout(section),
                section.flag("exclusive"));
    }

    private static OptionalInt parallel(Section section) {
        Object value = section.plain("parallel").orElse("auto");
        if (value instanceof Long n && n >= 1 && n <= Integer.MAX_VALUE) {
            return OptionalInt.of(n.intValue());
        }
        if (!value.equals("auto")) {
            section.wrong("parallel", "auto or a whole number of at least 1", value);
        }
        return OptionalInt.empty();
    }

    /** A duration with its unit: a bare number would silently be milliseconds in HOCON. */
    private static Optional<Duration> timeout(Section section) {
        return section.plain("variant_timeout").flatMap(value -> {
            try {
                if (value instanceof String text && !text.strip().matches("[\\d.]+")) {
                    Duration duration =
                            ConfigFactory.parseMap(Map.of("d", text)).getDuration("d");
                    if (!duration.isZero() && !duration.isNegative()) {
                        return Optional.of(duration);
                    }
                }
            } catch (ConfigException e) {
                return section.wrong("variant_timeout", "a duration with its unit, such as 90s, 5m or 2h", value);
            }
            return section.wrong("variant_timeout", "a duration above 0 with its unit, such as 90s, 5m or 2h", value);
        });
    }
}
