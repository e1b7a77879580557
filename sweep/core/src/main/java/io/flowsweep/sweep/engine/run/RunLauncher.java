package io.flowsweep.sweep.engine.run;

import io.flowsweep.sweep.engine.trial.Trial;
import io.flowsweep.sweep.events.SweepEvent.Outcome;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Starts the run of a trial. An engine calls it from one thread only. */
public interface RunLauncher {

    /**
     * Puts a run on record, which is launched as soon as the machine has room.
     *
     * @param effort what the run is given besides what the sweep says
     * @param announced is given the run's id before anything is launched; when it throws, nothing is
     * @throws io.flowsweep.errors.FlowSweepException when the trial cannot be run; then nothing was started
     */
    LaunchedRun launch(Trial trial, Effort effort, Consumer<String> announced);

    /** Makes ready, before the first launch. */
    default void begin() {}

    /**
     * Takes away whatever it has made, when all runs have ended and before the end of the sweep is on record.
     *
     * @param outcome how the sweep ends
     * @param cancelled becomes true when somebody asks for a quick end
     */
    default void end(Outcome outcome, BooleanSupplier cancelled) {}

    /** Whether runs go on when their driver is gone: a driver that takes the sweep over awaits them then. */
    default boolean outlivesDriver() {
        return false;
    }

    /** In place of {@link #end} when another driver has taken the sweep over: leaves to it whatever goes on. */
    default void leave() {}

    /** Whether a run can go on from the finished tasks of another. */
    default boolean resumesRuns() {
        return true;
    }

    /** Whether runs may report something of the sweep's metrics while they are under way. */
    default boolean runsReport() {
        return false;
    }
}
