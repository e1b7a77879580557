package io.flowsweep.sweep;

import io.flowsweep.store.FileStore;
import io.flowsweep.store.StoreLayout;
import io.flowsweep.sweep.engine.CheckedSweep;
import io.flowsweep.sweep.engine.SweepPast;
import io.flowsweep.sweep.engine.journal.Journals;
import io.flowsweep.sweep.events.SweepEvent.SweepStarted;
import io.flowsweep.sweep.events.TrialId;
import io.flowsweep.sweep.results.Explanation;
import io.flowsweep.sweep.results.Forecast;
import io.flowsweep.sweep.variant.Variant;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A sweep held against what its store has on record, before it is run: what a start with these options would find. Nothing is started
 * and no lock is taken, so a driver may be at work meanwhile. Each method looks anew.
 */
public final class SweepOutlook {

    private final Sweep sweep;
    private final SweepOptions options;

    SweepOutlook(Sweep sweep, SweepOptions options) {
        this.sweep = sweep;
        this.options = options;
    }

    /**
     * What is on record of each trial. When no sweep of its file was ever begun, whatever its overrides, nothing is looked at.
     *
     * @throws io.flowsweep.errors.InvalidInputException with all that is wrong with the sweep
     */
    public Forecast forecast() {
        FileStore store = store();
        boolean begun = Files.isDirectory(store.folder())
                && new Journals(store).hasSweepOf(sweep.spec().file());
        return begun
                ? checked().past(store).forecast()
                : Forecast.none(sweep.spec().repeats().n());
    }

    /**
     * Why a variant would be run now, or not.
     *
     * @param variant its name
     * @param repeat from 0
     */
    public Explanation explain(String variant, int repeat) {
        return past().explain(variant, repeat);
    }

    /**
     * What decides the result of a variant for one of its repeats, flow and configs included: equal texts, equal results.
     *
     * @throws io.flowsweep.errors.InvalidInputException when there is no such variant or repeat, or the sweep cannot be run
     */
    public String identity(TrialId trial) {
        Variant variant = sweep.bounds().variant(trial);
        return checked().identity(variant) + " " + variant.repeat().key();
    }

    /**
     * Declares that the flow's code as it is now gives the same results as it did for a driver: they are reused from now on.
     *
     * @return whether the code has changed since
     */
    public boolean acceptCode(SweepStarted since) {
        return past().accept(since.code());
    }

    /**
     * The variants that another driver of the sweep runs now and that are no longer in it: to take it over ends them.
     *
     * @return their names; empty when nobody drives it
     */
    public List<String> leaving() {
        return LeavingVariants.of(sweep, store());
    }

    /** A file that is not there yet, kept with the sweep's journals: for what a driver says that nobody listens to. */
    public Path newOutput() {
        return store().localLog(StoreLayout.driverOutput(sweep.id(), System.currentTimeMillis()))
                .orElseThrow();
    }

    private SweepPast past() {
        return checked().past(store());
    }

    private CheckedSweep checked() {
        return sweep.checked(options);
    }

    private FileStore store() {
        return FileStore.open(options.storeOf(sweep.spec()));
    }

    /** {@code SweepOutlook[matmul]}. */
    @Override
    public String toString() {
        return "SweepOutlook[" + sweep.name() + "]";
    }
}
