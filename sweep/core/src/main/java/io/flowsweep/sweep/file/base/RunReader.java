package io.flowsweep.sweep.file.base;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import io.flowsweep.plan.ResourceRequest;
import io.flowsweep.sweep.file.text.Section;
import io.flowsweep.sweep.spec.RunPolicy;
import io.flowsweep.sweep.spec.SweepPolicy;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads {@code run { executor, parallel, variant_timeout, exclusive, resources, pools, oversubscribe, … }}. */
public final class RunReader {

    public static final RunPolicy DEFAULT = new RunPolicy(
            "process",
            OptionalInt.empty(),
            Optional.empty(),
            false,
            Optional.empty(),
            Map.of(),
            false,
            SweepPolicy.DEFAULT);

    public static final Set<String> KEYS = Set.of(
            "executor",
            "parallel",
            "variant_timeout",
            "exclusive",
            "resources",
            "pools",
            "oversubscribe",
            "retry",
            "max_failures",
            "order",
            "budget",
            "reuse",
            "mode");

    /** What no variant can have for itself. */
    static final Set<String> OF_THE_SWEEP = Set.of(
            "parallel", "exclusive", "max_failures", "order", "budget", "reuse", "mode", "pools", "oversubscribe");

    private static final long MOST_UNITS = 1_000_000;

    private RunReader() {}

    public static RunPolicy read(Section section) {
        section.allow(KEYS, Set.of());
        return new RunPolicy(
                section.text("executor").orElse(DEFAULT.executor()),
                parallel(section),
                duration(section, "variant_timeout"),
                section.flag("exclusive"),
                resources(section),
                pools(section),
                section.flag("oversubscribe"),
                SweepPolicyReader.read(section));
    }

    private static Optional<ResourceRequest> resources(Section section) {
        return section.plain("resources").flatMap(value -> {
            if (!(value instanceof Map<?, ?> map)) {
                return section.wrong("resources", "an object with " + String.join(", ", ResourceRequest.NAMES), value);
            }
            Map<String, Object> object = new LinkedHashMap<>();
            map.forEach((key, part) -> object.put((String) key, part));
            return section.attempt(() -> ResourceRequest.of("run.resources", object, section.where("resources")));
        });
    }

    private static Map<String, Integer> pools(Section section) {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        section.plain("pools").ifPresent(value -> {
            if (value instanceof Map<?, ?> map
                    && map.values().stream().allMatch(size -> size instanceof Long n && n >= 0 && n <= MOST_UNITS)) {
                map.forEach((name, size) -> sizes.put((String) name, Math.toIntExact((Long) size)));
            } else {
                section.wrong("pools", "names with their sizes, such as { licence = 2 }", value);
            }
        });
        return sizes;
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
    public static Optional<Duration> duration(Section section, String key) {
        return section.plain(key).flatMap(value -> {
            try {
                if (value instanceof String text && !text.strip().matches("[\\d.]+")) {
                    Duration duration =
                            ConfigFactory.parseMap(Map.of("d", text)).getDuration("d");
                    if (!duration.isZero() && !duration.isNegative()) {
                        return Optional.of(duration);
                    }
                }
            } catch (ConfigException e) {
                return section.wrong(key, "a duration with its unit, such as 90s, 5m or 2h", value);
            }
            return section.wrong(key, "a duration above 0 with its unit, such as 90s, 5m or 2h", value);
        });
    }
}
