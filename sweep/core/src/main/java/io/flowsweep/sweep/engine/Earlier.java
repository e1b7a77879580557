package io.flowsweep.sweep.engine;

import io.flowsweep.client.Client;
import io.flowsweep.store.Store;
import io.flowsweep.sweep.engine.journal.Journals;
import io.flowsweep.sweep.engine.past.Reconciler;
import io.flowsweep.sweep.events.SweepEvent;
import io.flowsweep.sweep.results.ResultsTable;
import io.flowsweep.sweep.results.SweepTally;
import java.util.function.Consumer;

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
        Reconciler.Outcome outcome = outcome(sweep, store, frozen, true, event -> {
            results.accept(event);
            tally.accept(event);
        });
        return new Earlier(frozen, outcome, results, tally);
    }

    /** The same outcome for somebody who only looks, while another driver may be at work. */
    static Reconciler.Outcome seen(CheckedSweep sweep, Store store) {
        return outcome(sweep, store, sweep.freeze(store), false, event -> {});
    }

    private static Reconciler.Outcome outcome(
            CheckedSweep sweep, Store store, String frozen, boolean waits, Consumer<SweepEvent> earlier) {
        Journals journals = new Journals(store);
        Reconciler reconciler = sweep.reconciler(journals, Client.of(store), waits);
        return journals.newestOf(sweep.id(), frozen)
                .map(same -> reconciler.goOn(same, earlier))
                .orElseGet(() -> reconciler.begin(sweep.index(store)));
    }
}
