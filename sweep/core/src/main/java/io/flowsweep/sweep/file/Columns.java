package io.flowsweep.sweep.file;

import io.flowsweep.errors.Suggestions;
import io.flowsweep.sweep.file.base.BaseValues;
import io.flowsweep.sweep.file.text.ProblemList;
import io.flowsweep.sweep.space.Axis;
import io.flowsweep.sweep.spec.MetricSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The columns that a chart can name: axes, metrics, all other values of config and params by their paths, and the table's own. */
final class Columns {

    /** What a person may write, and the columns it may mean. */
    private final Map<String, Set<String>> meanings = new LinkedHashMap<>();

    /** Those that every table of results has. */
    private static final List<String> OWN = List.of("variant", "state", "duration");

    private final ProblemList problems;
    private final List<MetricSpec> metrics;

    Columns(List<Axis> axes, List<MetricSpec> metrics, BaseValues base, ProblemList problems) {
        this.problems = problems;
        this.metrics = metrics;
        for (Axis axis : axes) {
            for (String written : List.of(axis.name(), axis.relativePath(), axis.path())) {
                add(written, axis.name());
            }
        }
        for (MetricSpec metric : metrics) {
            add(metric.name(), metric.name());
            add("metrics." + metric.name(), metric.name());
        }
        List<String> others = new ArrayList<>();
        base.configs()
                .keySet()
                .forEach(root -> base.config(root)
                        .ifPresent(config -> config.paths().forEach(path -> others.add(root + "." + path))));
        base.params().keySet().forEach(name -> others.add("params." + name));
        for (String path : others) {
            if (!meanings.containsKey(path)) {
                add(path, path);
                add(Axis.relativePath(path), path);
            }
        }
        for (String own : OWN) {
            if (!meanings.containsKey(own)) {
                add(own, own);
            }
        }
    }

    /** The column that is meant; empty when none is or several are, which is then a problem. */
    Optional<String> column(String written, String where) {
        Set<String> meant = meanings.getOrDefault(written, Set.of());
        if (meant.size() == 1) {
            return Optional.of(meant.iterator().next());
        }
        if (meant.isEmpty()) {
            problems.add(
                    where,
                    "there is no column \"" + written + "\"",
                    Suggestions.didYouMean(written, meanings.keySet()));
        } else {
            problems.add(where, "\"" + written + "\" may mean " + String.join(" or ", meant), "Write the whole path.");
        }
        return Optional.empty();
    }

    /** Checks that a column holds reported values, as curves are made of. */
    void checkReported(String column, String where) {
        boolean reported = metrics.stream()
                .anyMatch(m -> m.name().equals(column) && m.reportedAs().isPresent());
        if (!reported) {
            problems.add(
                    where,
                    "curves are drawn of what is reported, and \"" + column + "\" is not",
                    "Name a metric that has reported = NAME, stdout = NAME, a pattern or a csv column.");
        }
    }

    private void add(String written, String column) {
        meanings.computeIfAbsent(written, key -> new LinkedHashSet<>()).add(column);
    }
}
