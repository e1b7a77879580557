package io.flowsweep.cli.drive;

import io.flowsweep.plots.Table;
import io.flowsweep.sweep.Sweep;
import io.flowsweep.sweep.events.SweepEvent.Outcome;
import io.flowsweep.sweep.results.ResultColumns;
import io.flowsweep.sweep.results.SweepSummary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which variants a sweep that has ended early has left out: those of which not every repeat has come to its own end. */
final class LeftOut {

    private static final int MOST_NAMES = 5;

    /** Of a larger sweep only the number is told. */
    private static final long MOST_VARIANTS = 2_000;

    private LeftOut() {}

    /** {@code n=3, n=4 and 12 more}; empty when nothing is left out, or the sweep is too large. */
    static Optional<String> text(Sweep sweep, Table results, SweepSummary summary) {
        boolean complete = summary.outcome().equals(Optional.of(Outcome.COMPLETED));
        if (complete || summary.open() || summary.variants() > MOST_VARIANTS) {
            return Optional.empty();
        }
        Map<Long, Long> ended = ended(results);
        long repeats = summary.trials() / Math.max(1, summary.variants());
        List<String> names = new ArrayList<>();
        long more = 0;
        for (long i = 0; i < sweep.size().longValueExact(); i++) {
            if (ended.getOrDefault(i, 0L) >= repeats) {
                continue;
            }
            if (names.size() < MOST_NAMES) {
                names.add(sweep.variant(i).name());
            } else {
                more++;
            }
        }
        String text = String.join(", ", names) + (more > 0 ? " and " + more + " more" : "");
        return Optional.of(text).filter(some -> !some.isEmpty());
    }

    /** How many runs of each variant have ended by themselves. */
    private static Map<Long, Long> ended(Table results) {
        Map<Long, Long> ended = new HashMap<>();
        for (int row = 0; row < results.rowCount(); row++) {
            if (!"terminated".equals(results.get(row, ResultColumns.STATE))) {
                ended.merge(((Number) results.get(row, ResultColumns.INDEX)).longValue(), 1L, Long::sum);
            }
        }
        return ended;
    }
}
