package io.flowsweep.sweep.engine.trial;

import io.flowsweep.sweep.events.SweepEvent;
import io.flowsweep.sweep.events.SweepEvent.VariantsAdded;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Where an engine gets its trials: a finite space is one source, a search algorithm another.
 *
 * <p><b>Thread safety.</b> An engine calls its source from one thread only.
 *
 * <p><b>The end.</b> A source that gives nothing while no run of its is in flight is exhausted; one that gives nothing
 * while some are is asked again after the next event.
 */
public interface VariantSource {

    /**
     * The next trials to run.
     *
     * @param n the most that can be started now; at least 1
     * @return at most {@code n}, none that is under way
     * @throws UnresolvableVariantException for a variant that cannot be made; it counts as given
     */
    List<Trial> ask(int n);

    /** Tells what has happened to the trials given, every event in order; a finite source need not listen to results. */
    void tell(SweepEvent event);

    /**
     * Takes up points from outside, to be given before all others. It gives them when it is told the event that it returns.
     *
     * @param points path to plain value
     * @return those that it did not have, with the index that the first of them has as a variant
     */
    VariantsAdded add(List<Map<String, Object>> points);

    /** How many variants there are in all; empty when that is not known yet, or known from the start. */
    default OptionalLong variants() {
        return OptionalLong.empty();
    }

    /** How many trials it may still give; empty when it cannot tell. */
    default OptionalLong left() {
        return OptionalLong.empty();
    }
}
