package io.flowsweep.sweep.engine.result;

import io.flowsweep.client.MetricValue;
import io.flowsweep.client.Run;
import io.flowsweep.codec.CodecException;
import io.flowsweep.sweep.spec.MetricSpec;
import io.flowsweep.sweep.spec.MetricSpec.Resource;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the metrics of a sweep from a run. A metric without a value has no entry, and a warning says why. */
public final class MetricReader {

    private static final double MIB = 1 << 20;

    private final List<MetricSpec> specs;

    public MetricReader(List<MetricSpec> specs) {
        this.specs = List.copyOf(specs);
    }

    /** The values by the metrics' names; warnings are added to {@code warnings}. */
    Map<String, Double> read(Run run, Collection<String> warnings) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (MetricSpec spec : specs) {
            Optional<Double> value = switch (spec.source()) {
                case ARTIFACT -> artifact(run, spec, warnings);
                case REPORTED, STDOUT, PATTERN, CSV -> reported(run, spec, warnings);
                case RESOURCE -> taken(run, spec, warnings);
                case DURATION -> duration(run, spec, warnings);
            };
            value.ifPresent(v -> values.put(spec.name(), v));
        }
        return values;
    }

    /** Whether any metric is read from intermediate values. */
    boolean readsReported() {
        return specs.stream().anyMatch(spec -> spec.reportedAs().isPresent());
    }

    /** The intermediate values that belong to one of the metrics. */
    List<MetricValue> reported(Run run) {
        return specs.stream()
                .filter(spec -> spec.reportedAs().isPresent())
                .flatMap(spec -> RunReports.of(run, spec).stream())
                .sorted(Comparator.comparing(MetricValue::at))
                .toList();
    }

    private static Optional<Double> artifact(Run run, MetricSpec spec, Collection<String> warnings) {
        Optional<Object> value;
        try {
            value = run.data().find(spec.of());
        } catch (CodecException e) {
            warnings.add(missing(spec) + e.getMessage());
            return Optional.empty();
        }
        if (value.isEmpty()) {
            warnings.add(missing(spec) + missingArtifact(run, spec.of()));
            return Optional.empty();
        }
        if (value.get() instanceof Number number) {
            return Optional.of(number.doubleValue());
        }
        if (value.get() instanceof Boolean flag) {
            return Optional.of(flag ? 1.0 : 0.0);
        }
        warnings.add(missing(spec) + "the artifact \"" + spec.of() + "\" of " + run.flow()
                + " is no number. Name an artifact that is one");
        return Optional.empty();
    }

    private static String missingArtifact(Run run, String name) {
        if (run.plan().command().isPresent()) {
            return run.flow() + " has left no result \"" + name + "\". "
                    + (RunReports.names(run).contains(name)
                            ? "It reports values of that name: write reported = " + name
                            : "To leave one, print: flowsweep " + name + "=…; it left " + left(run)
                                    + Misprinted.asValues(run, name, "flowsweep NAME=NUMBER")
                                            .map(". "::concat)
                                            .orElse(""));
        }
        return "no step has changed the artifact \"" + name + "\" of " + run.flow()
                + ". Set it in a step; if it may come out as the value it begins with, declare it as an object"
                + " (Double instead of double), so that unset and 0 differ";
    }

    private static String left(Run run) {
        Set<String> names = run.data().names();
        return names.isEmpty() ? "none" : String.join(", ", names);
    }

    private static Optional<Double> reported(Run run, MetricSpec spec, Collection<String> warnings) {
        List<Double> values =
                RunReports.of(run, spec).stream().map(MetricValue::value).toList();
        if (values.isEmpty()) {
            warnings.add(missing(spec) + RunReports.missing(run, spec));
            return Optional.empty();
        }
        return Optional.of(spec.reduce().of(values));
    }

    private static Optional<Double> duration(Run run, MetricSpec spec, Collection<String> warnings) {
        if (spec.of().equals(MetricSpec.RUN)) {
            return Optional.of(seconds(run.duration()));
        }
        List<Duration> tasks = run.steps().stream()
                .filter(step -> step.name().equals(spec.of()))
                .flatMap(step -> step.tasks().stream())
                .flatMap(task -> task.duration().stream())
                .toList();
        if (tasks.isEmpty()) {
            warnings.add(missing(spec) + "no task of the step \"" + spec.of() + "\" of " + run.flow() + " has ended");
            return Optional.empty();
        }
        return Optional.of(seconds(tasks.stream().reduce(Duration.ZERO, Duration::plus)));
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    private static Optional<Double> taken(Run run, MetricSpec spec, Collection<String> warnings) {
        if (run.usage().isEmpty()) {
            warnings.add(
                    missing(spec) + "what a run takes is known only when it has a process of its own. Use the executor"
                            + " process or worker, on Linux");
        }
        return run.usage().map(usage -> switch (Resource.valueOf(spec.of().toUpperCase(Locale.ROOT))) {
            case PEAK_MEMORY -> usage.peakMemoryBytes() / MIB;
            case CPU_SECONDS -> usage.cpuSeconds();
            case WALL_SECONDS -> usage.wallSeconds();
        });
    }

    private static String missing(MetricSpec spec) {
        return (spec.where().isEmpty() ? "" : spec.where() + ": ") + "the metric \"" + spec.name() + "\" is missing: ";
    }
}
