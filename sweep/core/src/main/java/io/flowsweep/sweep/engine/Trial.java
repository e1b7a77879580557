package io.flowsweep.sweep.engine;

import io.flowsweep.sweep.events.TrialId;
import io.flowsweep.sweep.space.Variant;

/**
 * One variant at one repeat: what a run is made for.
 *
 * @param variant with the values of this repeat, its seed for instance
 * @param repeat from 0
 */
public record Trial(Variant variant, int repeat) {

    public TrialId id() {
        return new TrialId(variant.index(), repeat);
    }

    /** What tells the repeats of one variant apart in a run's key. */
    public String key() {
        return Integer.toString(repeat);
    }

    /** {@code cpu=2,dim=500}, or {@code cpu=2,dim=500 #3} for the fourth repeat. */
    @Override
    public String toString() {
        return repeat == 0 ? variant.name() : variant.name() + " #" + repeat;
    }
}
