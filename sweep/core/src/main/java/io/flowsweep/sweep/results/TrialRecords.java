package io.flowsweep.sweep.results;

import io.flowsweep.events.RunState;
import io.flowsweep.sweep.events.SweepEvent;
import io.flowsweep.sweep.events.SweepEvent.AttemptFailed;
import io.flowsweep.sweep.events.SweepEvent.MetricReported;
import io.flowsweep.sweep.events.SweepEvent.OfTrial;
import io.flowsweep.sweep.events.SweepEvent.SweepFinished;
import io.flowsweep.sweep.events.SweepEvent.VariantFinished;
import io.flowsweep.sweep.events.SweepEvent.VariantReused;
import io.flowsweep.sweep.events.SweepEvent.VariantSkipped;
import io.flowsweep.sweep.events.SweepEvent.VariantStarted;
import io.flowsweep.sweep.events.TrialId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How each trial of a sweep stands that was ever started, skipped or reused, by its events. Thread-safe. */
public final class TrialRecords {

    private final Map<TrialId, TrialRecord> records = new TreeMap<>();

    /** Takes an event into account. */
    public synchronized void accept(SweepEvent event) {
        if (event instanceof SweepFinished) {
            records.replaceAll((id, record) -> record.state() == RunState.RUNNING ? ended(record) : record);
        } else if (event instanceof OfTrial ofTrial) {
            TrialRecord record = next(ofTrial, records.get(ofTrial.trial()));
            if (record != null) {
                records.put(ofTrial.trial(), record);
            }
        }
    }

    /** All, by variant and repeat. */
    public synchronized Collection<TrialRecord> all() {
        return List.copyOf(records.values());
    }

    /** Those that are under way. */
    public synchronized List<TrialRecord> running() {
        return records.values().stream()
                .filter(record -> record.state() == RunState.RUNNING)
                .toList();
    }

    public synchronized Optional<TrialRecord> find(TrialId id) {
        return Optional.ofNullable(records.get(id));
    }

    private static TrialRecord next(OfTrial event, TrialRecord before) {
        if (event instanceof VariantStarted e) {
            return new TrialRecord(
                    e.trial(),
                    e.name(),
                    Optional.of(e.run()),
                    RunState.RUNNING,
                    e.attempt(),
                    Optional.empty(),
                    Map.of(),
                    Optional.empty(),
                    e.values(),
                    e.repeatKey(),
                    e.identity());
        }
        if (event instanceof VariantReused e) {
            return new TrialRecord(
                    e.trial(),
                    e.name(),
                    Optional.of(e.run()),
                    e.state(),
                    0,
                    e.failure(),
                    e.metrics(),
                    Optional.empty(),
                    e.values(),
                    e.repeatKey(),
                    e.identity());
        }
        if (event instanceof VariantSkipped e) {
            return new TrialRecord(
                    e.trial(),
                    e.name(),
                    Optional.empty(),
                    RunState.FAILED,
                    0,
                    Optional.of(e.reason()),
                    Map.of(),
                    Optional.empty(),
                    e.values(),
                    String.valueOf(e.repeat()),
                    "");
        }
        if (before == null) {
            return null;
        }
        if (event instanceof MetricReported e) {
            return with(before, before.state(), before.failure(), before.metrics(), Optional.of(e));
        }
        if (event instanceof AttemptFailed e) {
            return with(before, before.state(), Optional.of(e.failure()), before.metrics(), Optional.empty());
        }
        VariantFinished e = (VariantFinished) event;
        return with(before, e.state(), e.failure(), e.metrics(), before.reported());
    }

    private static TrialRecord ended(TrialRecord record) {
        return with(record, RunState.TERMINATED, record.failure(), record.metrics(), record.reported());
    }

    private static TrialRecord with(
            TrialRecord r,
            RunState state,
            Optional<String> failure,
            Map<String, Double> metrics,
            Optional<MetricReported> reported) {
        return new TrialRecord(
                r.id(),
                r.name(),
                r.run(),
                state,
                r.attempts(),
                failure,
                metrics,
                reported,
                r.values(),
                r.repeatKey(),
                r.identity());
    }
}
