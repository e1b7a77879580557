package io.flowsweep.sweep.results;

import io.flowsweep.sweep.results.SweepSummary.FailureGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is said of charts in which there is nothing to see. */
public final class Undrawn {

    private static final int MOST_TITLES = 4;
    private static final int MOST_GROUPS = 2;
    private static final int MOST_LETTERS = 120;

    private Undrawn() {}

    /**
     * One sentence without its full stop; empty when there are no such charts.
     *
     * @param charts their titles and why there is nothing to see in each, in their order
     */
    public static Optional<String> sentence(Map<String, String> charts, SweepSummary summary) {
        if (charts.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> common = noSuccess(summary);
        String titles = charts.entrySet().stream()
                .limit(MOST_TITLES)
                .map(chart -> common.isPresent() ? chart.getKey() : chart.getKey() + " (" + chart.getValue() + ")")
                .collect(Collectors.joining(", "));
        return Optional.of("not drawn" + common.map(reason -> ", as " + reason).orElse("") + ": " + titles
                + (charts.size() > MOST_TITLES ? " and " + (charts.size() - MOST_TITLES) + " more" : ""));
    }

    /** Why no chart of a metric can show anything: every variant that has ended failed or was skipped. Empty when that is not so. */
    public static Optional<String> noSuccess(SweepSummary summary) {
        return summary.succeeded() > 0 || summary.done() == 0
                ? Optional.empty()
                : Optional.of("no variant has succeeded" + failures(summary.failures()));
    }

    private static String failures(List<FailureGroup> groups) {
        if (groups.isEmpty()) {
            return "";
        }
        List<String> parts = new ArrayList<>(
                groups.stream().limit(MOST_GROUPS).map(Undrawn::failure).toList());
        if (groups.size() > MOST_GROUPS) {
            parts.add((groups.size() - MOST_GROUPS) + " more reasons");
        }
        return " (" + String.join("; ", parts) + ")";
    }

    private static String failure(FailureGroup group) {
        String first = group.message().lines().findFirst().orElse("");
        int end = first.offsetByCodePoints(0, Math.min(MOST_LETTERS, first.codePointCount(0, first.length())));
        return group.count()
                + (group.run().isPresent() ? " failed: " : " skipped: ")
                + first.substring(0, end)
                + (end < first.length() ? "…" : "");
    }
}
