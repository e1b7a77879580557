package io.flowsweep.sweep.engine.past;

import io.flowsweep.events.RunState;
import io.flowsweep.sweep.events.SweepEvent;
import io.flowsweep.sweep.events.SweepEvent.AttemptFailed;
import io.flowsweep.sweep.events.SweepEvent.SweepStarted;
import io.flowsweep.sweep.events.SweepEvent.VariantFinished;
import io.flowsweep.sweep.events.SweepEvent.VariantReused;
import io.flowsweep.sweep.events.SweepEvent.VariantStarted;
import io.flowsweep.sweep.events.TrialId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the journals of one sweep say of its runs: those that have ended, and those of which no end is on record. */
final class JournalReader {

    private SweepStarted made;
    private final Map<TrialId, VariantStarted> open = new LinkedHashMap<>();
    private final Map<TrialId, PastRun> ended = new HashMap<>();
    private final Map<TrialId, Long> memoryBytes = new LinkedHashMap<>();

    /** Takes an event into account; a driver's first is {@link SweepStarted}. */
    void accept(SweepEvent event) {
        if (event instanceof SweepStarted started) {
            made = started;
        } else if (event instanceof VariantStarted started) {
            open.put(started.trial(), started);
            ended.remove(started.trial());
        } else if (event instanceof AttemptFailed failed) {
            open.remove(failed.trial());
            failed.memoryBytes().ifPresent(bytes -> memoryBytes.put(failed.trial(), bytes));
        } else if (event instanceof VariantFinished end && open.containsKey(end.trial())) {
            VariantStarted start = open.remove(end.trial());
            if (end.state() != RunState.TERMINATED && end.state() != RunState.LOST) {
                ended.put(end.trial(), PastRun.of(made, start, end));
            }
        } else if (event instanceof VariantReused reused) {
            ended.put(reused.trial(), PastRun.of(made, reused));
        }
    }

    /** The runs that have ended by themselves, the last of each trial. */
    Map<TrialId, PastRun> ended() {
        return ended;
    }

    /** The runs that were started and of which no end is on record: their driver died, or is at work. */
    Collection<VariantStarted> open() {
        return open.values();
    }

    /** The memory that trials turned out to need which had run out of it, in the order of their last such failures. */
    Map<TrialId, Long> memoryBytes() {
        return memoryBytes;
    }
}
