package io.flowsweep.sweep.engine;

import io.flowsweep.sweep.space.Variant;
import java.util.function.Consumer;

/** Starts the run of a variant. An engine calls it from one thread only. */
interface RunLauncher {

    /**
     * Puts a run on record, which is launched as soon as the machine has room.
     *
     * @param announced is given the run's id before anything is launched; when it throws, nothing is
     * @throws io.flowsweep.errors.FlowSweepException when the variant cannot be run; then nothing was started
     */
    LaunchedRun launch(Variant variant, Consumer<String> announced);
}
