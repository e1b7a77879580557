package io.flowsweep.sweep.file;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import io.flowsweep.config.ConfigPaths;
import io.flowsweep.errors.Suggestions;
import io.flowsweep.sweep.file.text.FileContext;
import io.flowsweep.sweep.file.text.Section;
import io.flowsweep.sweep.space.Axis;
import io.flowsweep.sweep.spec.MetricSpec;
import io.flowsweep.sweep.spec.Reduction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/**
 * Reads {@code metrics { name { SOURCE = …, reduce, goal, unit } }}, where the source is one of {@link MetricSpec.Source}, and checks
 * {@code objective}.
 */
final class MetricsReader {

    private static final Set<String> KEYS = Set.of(
            "artifact", "reported", "stdout", "pattern", "csv", "resource", "duration", "reduce", "goal", "unit");
    private static final Set<String> LATER = Set.of("repeats", "last", "summary", "transform", "format");

    /** Of these a run may have several values. */
    private static final Set<MetricSpec.Source> MANY = Set.of(
            MetricSpec.Source.REPORTED, MetricSpec.Source.STDOUT, MetricSpec.Source.PATTERN, MetricSpec.Source.CSV);

    private final FileContext context;

    MetricsReader(FileContext context) {
        this.context = context;
    }

    List<MetricSpec> read(ConfigObject metrics, List<Axis> axes) {
        List<MetricSpec> specs = new ArrayList<>();
        List<String> paths = metrics.keySet().stream()
                .map(key -> ConfigPaths.child("metrics", key))
                .toList();
        for (String path : context.keys().ordered(paths)) {
            String name = ConfigPaths.split(path).get(1);
            ConfigValue value = metrics.get(name);
            String where = context.keys().where(path, value);
            if (axes.stream().anyMatch(axis -> axis.name().equals(name))) {
                context.problems().add(where, "the metric \"" + name + "\" has the name of an axis", "Rename it.");
            }
            specs.add(metric(name, path, value, where).orElseGet(() -> wrong(name, where)));
        }
        return specs;
    }

    /** Stands for one of which a problem has been told, so that whoever names it is not told of another. */
    private static MetricSpec wrong(String name, String where) {
        return ofArtifact(name, name, where);
    }

    private static MetricSpec ofArtifact(String artifact, String name, String where) {
        return new MetricSpec(
                name, MetricSpec.Source.ARTIFACT, artifact, Reduction.LAST, Optional.empty(), Optional.empty(), where);
    }

    /** The objective is a metric with a direction. */
    void checkObjective(String name, List<MetricSpec> metrics, String where) {
        Optional<MetricSpec> metric =
                metrics.stream().filter(m -> m.name().equals(name)).findFirst();
        if (metric.isEmpty()) {
            List<String> names = metrics.stream().map(MetricSpec::name).toList();
            context.problems()
                    .add(where, "the objective \"" + name + "\" is no metric", Suggestions.didYouMean(name, names));
        } else if (metric.get().goal().isEmpty() && !hasGoal(name)) {
            context.problems()
                    .add(
                            metric.get().where(),
                            "the metric \"" + name + "\" is the objective and has no goal",
                            "Add goal = maximize or goal = minimize.");
        }
    }

    /** Also one that is wrong, which has been told. */
    private boolean hasGoal(String metric) {
        String path = ConfigPaths.child(ConfigPaths.child("metrics", metric), "goal");
        return !context.keys().where(path, "").isEmpty();
    }

    private Optional<MetricSpec> metric(String name, String path, ConfigValue value, String where) {
        if (value.unwrapped() instanceof String artifact) {
            return Optional.of(ofArtifact(artifact, name, where));
        }
        if (!(value instanceof ConfigObject object)) {
            context.problems()
                    .add(where, "the metric \"" + name + "\" is no object", "Write " + name + " { artifact = … }.");
            return Optional.empty();
        }
        Section section = new Section(path, object, where, context);
        section.allow(KEYS, LATER);
        List<MetricSpec.Source> sources = Stream.of(MetricSpec.Source.values())
                .filter(source -> section.has(key(source)))
                .toList();
        if (sources.size() != 1) {
            context.problems()
                    .add(
                            where,
                            "the metric \"" + name
                                    + "\" needs one of artifact, reported, stdout, pattern, csv, resource and duration",
                            "Write artifact = NAME for an artifact of the flow, reported = NAME for what it reports,"
                                    + " stdout = NAME for what it prints as NAME=1.5,"
                                    + " resource = peak_memory for what it takes, duration = run for how long.");
            return Optional.empty();
        }
        MetricSpec.Source source = sources.get(0);
        Reduction reduce = reduction(section, source);
        Optional<MetricSpec.Goal> goal = section.word("goal", MetricSpec.Goal.class);
        Optional<String> unit = section.text("unit");
        if (source == MetricSpec.Source.RESOURCE) {
            return section.word(key(source), MetricSpec.Resource.class)
                    .map(taken -> new MetricSpec(
                            name, source, taken.word(), reduce, goal, unit.or(() -> Optional.of(taken.unit())), where));
        }
        Optional<String> given = source == MetricSpec.Source.DURATION ? unit.or(() -> Optional.of("s")) : unit;
        return section.text(key(source))
                .filter(of -> isRight(section, source, of))
                .map(of -> new MetricSpec(name, source, of, reduce, goal, given, where));
    }

    private static Reduction reduction(Section section, MetricSpec.Source source) {
        Optional<String> text = section.text("reduce");
        if (text.isPresent() && !MANY.contains(source)) {
            return section.<Reduction>wrong(
                            "reduce", "absent: only what is reported or printed has many values", text.get())
                    .orElse(Reduction.LAST);
        }
        return text.flatMap(written -> Reduction.parse(written)
                        .or(() -> section.wrong(
                                "reduce", "last, min, max, mean or mean(K), the mean of the last K values", written)))
                .orElse(Reduction.LAST);
    }

    /** Whether the text can be what its key needs; else a problem is added. */
    private static boolean isRight(Section section, MetricSpec.Source source, String of) {
        if (source == MetricSpec.Source.CSV && !of.matches("[^:]+:.+")) {
            section.wrong("csv", "FILE:COLUMN, such as \"log.csv:val_acc\"", of);
            return false;
        }
        return source != MetricSpec.Source.PATTERN || isPattern(section, of);
    }

    private static boolean isPattern(Section section, String regex) {
        try {
            if (Pattern.compile(regex).matcher("").groupCount() > 0 && regex.contains("(?<value>")) {
                return true;
            }
            section.wrong("pattern", "a regular expression with the group (?<value>…)", regex);
        } catch (PatternSyntaxException e) {
            section.wrong("pattern", "a regular expression (" + e.getDescription() + ")", regex);
        }
        return false;
    }

    private static String key(MetricSpec.Source source) {
        return source.name().toLowerCase(Locale.ROOT);
    }
}
