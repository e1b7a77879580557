package io.flowsweep.cli.output;

import io.flowsweep.sweep.events.SweepEvent.Outcome;
import io.flowsweep.sweep.results.SweepSummary;

/** What the process tells its caller. A signal's own code, 130 for an interrupt and 143 for TERM, is left to the JVM. */
public final class ExitCodes {

    public static final int SUCCESS = 0;
    public static final int VARIANT_FAILED = 1;
    public static final int BAD_INPUT = 2;
    public static final int ENDED_EARLY = 3;
    static final int OWN_FAULT = 70;

    private ExitCodes() {}

    /** The code of a sweep that has ended. */
    public static int of(SweepSummary summary) {
        if (!summary.outcome().equals(java.util.Optional.of(Outcome.COMPLETED))) {
            return ENDED_EARLY;
        }
        return summary.failed() + summary.skipped() + summary.terminated() > 0 ? VARIANT_FAILED : SUCCESS;
    }
}
