package io.flowsweep.sweep.engine.trial;

import io.flowsweep.sweep.events.TrialId;
import io.flowsweep.sweep.variant.Variant;

/**
 * What a run is made for.
 *
 * @param variant for one of its repeats
 */
public record Trial(Variant variant) {

    /** Which repeat of the variant it is, from 0. */
    public int repeat() {
        return variant.repeat().index();
    }

    public TrialId id() {
        return new TrialId(variant.index(), repeat());
    }

    /** What tells the repeats of one variant apart in a run's key. */
    public String key() {
        return variant.repeat().key();
    }

    /** {@code cpu=2,dim=500}, or {@code cpu=2,dim=500 #3} for the fourth repeat. */
    @Override
    public String toString() {
        return repeat() == 0 ? variant.name() : variant.name() + " #" + repeat();
    }
}
