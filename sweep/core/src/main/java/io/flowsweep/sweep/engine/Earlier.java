package io.flowsweep.sweep.engine;

import io.flowsweep.store.Store;
import io.flowsweep.sweep.engine.past.Reconciler;
import io.flowsweep.sweep.results.ResultsTable;
import io.flowsweep.sweep.results.SweepTally;

/**
 * What there is of a sweep when a driver takes it up.
 *
 * @param frozen what stands for the sweep as it is run
 * @param results with what earlier drivers of the very same variants have brought
 * @param tally with the same
 */
record Earlier(String frozen, Reconciler.Outcome outcome, ResultsTable results, SweepTally tally) {

    static Earlier of(CheckedSweep sweep, Store store) {
        ResultsTable results = new ResultsTable();
        SweepTally tally = new SweepTally();
        String frozen = sweep.freeze(store);
        Reconciler.Outcome outcome = sweep.past(store).taken(frozen, event -> {
            results.accept(event);
            tally.accept(event);
        });
        return new Earlier(frozen, outcome, results, tally);
    }
}
