package io.flowsweep.sweep.engine.result;

import io.flowsweep.client.MetricValue;
import io.flowsweep.client.Run;
import io.flowsweep.events.Failure;
import io.flowsweep.events.RunState;
import io.flowsweep.executor.admission.Admission;
import io.flowsweep.sweep.events.FailureKind;
import io.flowsweep.sweep.events.SweepEvent;
import io.flowsweep.sweep.events.SweepEvent.MetricReported;
import io.flowsweep.sweep.events.TrialId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Reads what came of a run from the store, with the metrics of a sweep. Thread-safe. */
public final class RunResults {

    private final MetricReader metrics;

    public RunResults(MetricReader metrics) {
        this.metrics = metrics;
    }

    /** What came of a run that has ended. */
    public RunResult of(Run run) {
        List<String> warnings = new ArrayList<>();
        RunState state = run.state();
        boolean hasValues = RunResult.hasValues(state);
        int cpus = run.plan().resources().cpu();
        return new RunResult(
                state,
                hasValues ? metrics.read(run, warnings) : Map.of(),
                metrics.reported(run),
                run.duration().toNanos() / 1e9,
                run.failure(),
                run.failure().map(why -> kind(run)),
                cpus,
                run.plan()
                        .resources()
                        .memoryBytes()
                        .orElseGet(() -> Admission.ofThisMachine().fairMemoryBytes(cpus)),
                warnings);
    }

    /** The intermediate values of a run, as of a trial. */
    public List<SweepEvent> reported(TrialId trial, Run run) {
        return metrics.reported(run).stream()
                .<SweepEvent>map(v -> new MetricReported(
                        v.at(), trial.variant(), trial.repeat(), run.id(), v.metric(), v.step(), v.value()))
                .toList();
    }

    /** Whether any metric is read from what runs report. */
    public boolean readsReported() {
        return metrics.readsReported();
    }

    /** What a run has reported so far of the metrics. */
    public List<MetricValue> reported(Run run) {
        return metrics.reported(run);
    }

    /**
     * The metrics of a run that has succeeded.
     *
     * @param warnings of each that is missing gets why
     */
    public Map<String, Double> metrics(Run run, Collection<String> warnings) {
        return metrics.read(run, warnings);
    }

    private static FailureKind kind(Run run) {
        return FailureKind.of(run.state(), run.failureDetails().orElseGet(() -> Failure.of("host", "")));
    }
}
