package io.flowsweep.sweep.results;

import io.flowsweep.sweep.results.SweepSummary.FailureGroup;
import java.util.ArrayList;
import java.util.List;
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
     * @param charts by their titles, in their order
     */
    public static Optional<String> sentence(List<String> charts, SweepSummary summary) {
        return charts.isEmpty()
                ? Optional.empty()
                : Optional.of("not drawn, as " + noSuccess(summary).orElse("no run has a value to show") + ": "
                        + titles(charts));
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

    private static String titles(List<String> charts) {
        return charts.stream().limit(MOST_TITLES).collect(Collectors.joining(", "))
                + (charts.size() > MOST_TITLES ? " and " + (charts.size() - MOST_TITLES) + " more" : "");
    }
}
