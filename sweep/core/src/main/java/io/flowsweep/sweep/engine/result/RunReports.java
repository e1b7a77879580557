package io.flowsweep.sweep.engine.result;

import io.flowsweep.client.LogLine;
import io.flowsweep.client.MetricValue;
import io.flowsweep.client.Run;
import io.flowsweep.errors.Suggestions;
import io.flowsweep.plan.CommandPlan.ReadPlan;
import io.flowsweep.source.PrintedReadings;
import io.flowsweep.sweep.spec.MetricSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

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
        String log = "flowsweep logs"; // without the run: it is said once for all that lack the metric
        return switch (spec.source()) {
            case STDOUT ->
                run.flow() + " has printed no " + of + "=NUMBER nor " + of + ": NUMBER. "
                        + printedElsewhere(run, spec).orElse("What it printed is in its log: " + log);
            case PATTERN ->
                "no line that " + run.flow() + " printed matches " + of + ". "
                        + printedElsewhere(run, spec).orElse("They are in its log: " + log);
            case CSV ->
                run.flow() + " has written no numbers into the column \"" + of.substring(of.lastIndexOf(':') + 1)
                        + "\" of a file \"" + of.substring(0, of.lastIndexOf(':')) + "\"";
            default -> notReported(run, of);
        };
    }

    /** Programs that log something print it to standard error. */
    private static Optional<String> printedElsewhere(Run run, MetricSpec spec) {
        Pattern pattern = Pattern.compile(spec.pattern().orElseThrow());
        return run.printed()
                .filter(line -> line.error() && pattern.matcher(line.text()).find())
                .findFirst()
                .map(line -> "It prints that to standard error, and standard output is read: let it print it there, or "
                        + "start it by a line for a shell that ends in 2>&1");
    }

    private static String notReported(Run run, String of) {
        List<String> names =
                run.metrics().stream().map(MetricValue::metric).distinct().toList();
        String how = run.plan().command().isPresent()
                ? "Print: flowsweep step=1 " + of + "=0.5"
                : "Report it with current().report(\"" + of + "\", step, value)";
        return run.flow() + " has reported no \"" + of + "\". "
                + (names.isEmpty() ? how : Suggestions.didYouMean(of, names));
    }
}
