package io.flowsweep.sweep;

import io.flowsweep.plots.Table;
import io.flowsweep.sweep.page.Html;
import io.flowsweep.sweep.page.Shown;
import io.flowsweep.sweep.page.TableHtml;
import io.flowsweep.sweep.results.SweepSummary;

/** A sweep as a notebook shows it. */
final class SweepHtml {

    private static final int MOST_ROWS = 60;

    private SweepHtml() {}

    static String of(SweepSummary summary, Table results) {
        String best = summary.best()
                .map(b -> ", best " + b.metric() + ": " + Shown.value(b.value())
                        + b.unit().map(u -> " " + u).orElse("") + " (" + b.variant() + ")")
                .orElse("");
        String line =
                summary.name() + " " + summary.stateText() + ": " + summary.succeeded() + " of " + summary.trials()
                        + " succeeded" + (summary.failed() > 0 ? ", " + summary.failed() + " failed" : "") + best;
        return "<p>" + Html.escape(line) + "</p>\n" + TableHtml.of(results, MOST_ROWS);
    }
}
