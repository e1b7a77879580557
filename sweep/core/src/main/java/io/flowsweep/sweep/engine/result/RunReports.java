package io.flowsweep.sweep.engine.result;

import io.flowsweep.client.LogLine;
import io.flowsweep.client.MetricValue;
import io.flowsweep.client.Run;
import io.flowsweep.errors.Suggestions;
import io.flowsweep.plan.CommandPlan.ReadPlan;
import io.flowsweep.source.CsvColumns;
import io.flowsweep.source.PrintedReadings;
import io.flowsweep.sweep.spec.MetricSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The many values that a run has of one metric: those on record, else those in what it has printed. */
final class RunReports {

    private RunReports() {}

    /** In the order in which they came; of a run that goes on what is on record only. */
    static List<MetricValue> of(Run run, MetricSpec spec) {
        String name = spec.reportedAs().orElseThrow();
        List<MetricValue> values = run.metrics().stream()
                .filter(value -> value.metric().equals(name))
                .toList();
        return values.isEmpty() && run.state().ended()
                ? spec.pattern().map(pattern -> printed(run, name, pattern)).orElse(values)
                : values;
    }

    private static List<MetricValue> printed(Run run, String name, String pattern) {
        PrintedReadings readings = new PrintedReadings(new ReadPlan(Map.of(name, pattern), Map.of()));
        Instant at = run.endedAt().orElse(run.createdAt());
        List<MetricValue> values = new ArrayList<>();
        for (Iterator<LogLine> lines = run.printed().iterator(); lines.hasNext(); ) {
            LogLine line = lines.next();
            if (line.error()) {
                continue;
            }
            readings.in(line.text())
                    .forEach(reading -> values.add(new MetricValue(
                            name,
                            reading.position(),
                            reading.value(),
                            at,
                            line.task().orElse(""))));
        }
        return values;
    }

    /** Why there is none, and what to do. */
    static String missing(Run run, MetricSpec spec) {
        String of = spec.of();
        String log = "flowsweep logs VARIANT"; // not which: it is said once for all that lack the metric
        return switch (spec.source()) {
            case STDOUT ->
                run.flow() + " has printed no " + of + "=NUMBER nor " + of + ": NUMBER. "
                        + printedOtherwise(run, spec).orElse("What it printed is in its log: " + log);
            case PATTERN ->
                "no line that " + run.flow() + " printed matches " + of + ". "
                        + printedOtherwise(run, spec).orElse("They are in its log: " + log);
            case CSV -> notWritten(run, of.substring(0, of.lastIndexOf(':')), of.substring(of.lastIndexOf(':') + 1));
            default -> notReported(run, of);
        };
    }

    private static String notWritten(Run run, String file, String column) {
        String none =
                run.flow() + " has written no numbers into the column \"" + column + "\" of a file \"" + file + "\"";
        Optional<Path> folder = run.workFolder();
        if (folder.isEmpty()) {
            return none;
        }
        if (!Files.isRegularFile(folder.get().resolve(file))) {
            return none + ": there is no such file where it works";
        }
        List<String> names = CsvColumns.names(folder.get().resolve(file));
        return names.contains(column)
                ? none
                : none + ": there is no such column. " + Suggestions.didYouMean(column, names);
    }

    /** Programs that log something print it to standard error; and some print more than a number behind a name. */
    private static Optional<String> printedOtherwise(Run run, MetricSpec spec) {
        Optional<String> error =
                Misprinted.asError(run, Pattern.compile(spec.pattern().orElseThrow()));
        boolean named = spec.source() == MetricSpec.Source.STDOUT;
        return error.isEmpty() && named ? Misprinted.asName(run, spec.of()) : error;
    }

    /** The names of all intermediate values that are on record. */
    static Set<String> names(Run run) {
        return run.metrics().stream().map(MetricValue::metric).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String notReported(Run run, String of) {
        Set<String> names = names(run);
        String none = run.flow() + " has reported no \"" + of + "\". ";
        if (run.plan().command().isEmpty()) {
            return none
                    + (names.isEmpty()
                            ? "Report it with current().report(\"" + of + "\", step, value)"
                            : Suggestions.didYouMean(of, names));
        }
        if (run.data().names().contains(of)) {
            return none + "It leaves it as a result: write artifact = " + of;
        }
        String form = "flowsweep step=1 " + of + "=0.5";
        return none
                + Misprinted.asValues(run, of, form)
                        .orElseGet(() -> names.isEmpty() ? "Print: " + form : Suggestions.didYouMean(of, names));
    }
}
