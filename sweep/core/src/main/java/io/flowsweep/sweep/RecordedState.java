package io.flowsweep.sweep;

import io.flowsweep.sweep.events.SweepEvent;
import io.flowsweep.sweep.events.SweepEvent.VariantsAdded;
import io.flowsweep.sweep.report.Whereabouts;
import io.flowsweep.sweep.results.ResultsTable;
import io.flowsweep.sweep.results.SweepSummary;
import io.flowsweep.sweep.results.SweepTally;
import io.flowsweep.sweep.results.TrialRecords;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the events of a sweep add up to. Thread-safe. */
final class RecordedState {

    private final ResultsTable results = new ResultsTable();
    private final SweepTally tally = new SweepTally();
    private final TrialRecords trials = new TrialRecords();

    /** What was added from outside, by the index of the first. */
    private final Map<Long, VariantsAdded> added = new TreeMap<>();

    private volatile Whereabouts whereabouts = Whereabouts.UNKNOWN;

    /** Takes an event into account; never called by two threads at a time. */
    void accept(SweepEvent event) {
        results.accept(event);
        tally.accept(event);
        trials.accept(event);
        whereabouts = whereabouts.with(event);
        if (event instanceof VariantsAdded more) {
            synchronized (added) {
                added.put(more.first(), more);
            }
        }
    }

    ResultsTable results() {
        return results;
    }

    SweepSummary summary() {
        return tally.summary();
    }

    TrialRecords trials() {
        return trials;
    }

    Whereabouts whereabouts() {
        return whereabouts;
    }

    /** The points that were added from outside, in the order of their indices. */
    List<Map<String, Object>> added() {
        synchronized (added) {
            return added.values().stream()
                    .flatMap(more -> more.points().stream())
                    .toList();
        }
    }
}
