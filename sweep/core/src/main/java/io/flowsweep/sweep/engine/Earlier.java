package io.flowsweep.sweep.engine;

import io.flowsweep.client.Client;
import io.flowsweep.store.Store;
import io.flowsweep.sweep.engine.journal.Journals;
import io.flowsweep.sweep.engine.past.Reconciler;
import io.flowsweep.sweep.events.SweepEvent.SweepStarted;
import io.flowsweep.sweep.results.ResultsTable;
import io.flowsweep.sweep.results.SweepTally;
import java.util.Optional;

/**
 * What there is of a sweep when a driver takes it up.
 *
 * @param frozen what stands for the sweep as it is run
 * @param results with what earlier drivers of the very same variants have brought
 * @param tally with the same
 */
record Earlier(String frozen, Reconciler.Outcome outcome, ResultsTable results, SweepTally tally) {

    static Earlier of(CheckedSweep sweep, Store store) {
        Journals journals = new Journals(store);
        ResultsTable results = new ResultsTable();
        SweepTally tally = new SweepTally();
        String frozen = sweep.freeze(store);
        Reconciler reconciler = sweep.reconciler(journals, Client.of(store));
        Optional<SweepStarted> same = journals.newestOf(sweep.id(), frozen);
        Reconciler.Outcome outcome = same.map(start -> reconciler.goOn(start, event -> {
                    results.accept(event);
                    tally.accept(event);
                }))
                .orElseGet(() -> reconciler.begin(sweep.index(store)));
        return new Earlier(frozen, outcome, results, tally);
    }
}
