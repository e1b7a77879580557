package io.flowsweep.sweep.report;

import io.flowsweep.sweep.page.Shown;
import io.flowsweep.sweep.results.SweepSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The few numbers that stand first, and the sentence that says the same. */
final class Headline {

    /** A number under its name. */
    record Number(String title, String amount, Optional<String> note) {}

    private Headline() {}

    static List<Number> numbers(SweepSummary summary) {
        List<Number> numbers = new ArrayList<>();
        numbers.add(new Number(
                "succeeded",
                String.valueOf(summary.succeeded()),
                Optional.of("of " + Shown.count(summary.trials(), noun(summary))
                        + (summary.reused() > 0 ? ", " + summary.reused() + " reused" : ""))));
        if (summary.failed() > 0) {
            numbers.add(new Number("failed", String.valueOf(summary.failed()), Optional.empty()));
        }
        if (summary.skipped() > 0) {
            numbers.add(new Number("skipped", String.valueOf(summary.skipped()), Optional.empty()));
        }
        if (summary.left() > 0) {
            numbers.add(new Number(
                    "left",
                    String.valueOf(summary.left()),
                    Optional.of(summary.running() + " running").filter(text -> summary.running() > 0)));
        }
        summary.best()
                .ifPresent(best -> numbers.add(new Number(
                        "best " + best.metric(),
                        Shown.value(best.value())
                                + best.unit().map(unit -> " " + unit).orElse(""),
                        Optional.of(best.variant()))));
        numbers.add(new Number("worked for", Shown.duration(summary.elapsed()), Optional.empty()));
        return numbers;
    }

    /** {@code completed: 35 of 36 variants succeeded, 1 failed.} */
    static String sentence(String state, SweepSummary summary) {
        return state + ": " + summary.countsText() + "."
                + summary.reason().map(why -> " Broken off: " + why + ".").orElse("");
    }

    private static String noun(SweepSummary summary) {
        return summary.trials() == summary.variants() ? "variant" : "run";
    }
}
