package io.flowsweep.sweep.engine;

import io.flowsweep.sweep.events.SweepEvent;
import io.flowsweep.sweep.space.Variant;
import java.util.List;

/**
 * Where an engine gets its variants: a finite space is one source, a search algorithm another.
 *
 * <p><b>Thread safety.</b> An engine calls its source from one thread only.
 *
 * <p><b>The end.</b> A source that gives nothing while no run of its is in flight is exhausted; one that gives nothing
 * while some are is asked again after the next event.
 */
public interface VariantSource {

    /**
     * The next variants to run.
     *
     * @param n the most that can be started now; at least 1
     * @return at most {@code n}; each variant at most once
     * @throws UnresolvableVariantException for a variant that cannot be made; it counts as given
     */
    List<Variant> ask(int n);

    /** Tells what has happened to the variants given, every event in order; a finite source need not listen. */
    void tell(SweepEvent event);
}
