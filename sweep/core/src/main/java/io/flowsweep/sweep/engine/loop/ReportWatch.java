package io.flowsweep.sweep.engine.loop;

import io.flowsweep.client.MetricValue;
import io.flowsweep.errors.FlowSweepException;
import io.flowsweep.sweep.engine.run.LaunchedRun;
import io.flowsweep.sweep.events.TrialId;
import io.flowsweep.threads.Ticker;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Looks once a second at what runs have reported while they are under way, on a thread of its own, so that a sweep with many
 * long runs is not held up by reading their logs. A run that is shorter is never looked at. Thread-safe.
 */
final class ReportWatch implements AutoCloseable {

    /** Told on the watch's thread. */
    interface Listener {

        /** @param values all that the run has reported so far */
        void reported(TrialId trial, LaunchedRun run, List<MetricValue> values);
    }

    private static final long PERIOD_MILLIS = 1000;

    private final Map<TrialId, LaunchedRun> runs = new ConcurrentHashMap<>();
    private final Listener listener;
    private final Ticker ticker = new Ticker("flowsweep-reports", PERIOD_MILLIS, this::look);

    ReportWatch(Listener listener) {
        this.listener = listener;
        ticker.start();
    }

    void add(TrialId trial, LaunchedRun run) {
        runs.put(trial, run);
    }

    void remove(TrialId trial) {
        runs.remove(trial);
    }

    private void look() {
        runs.forEach((trial, run) -> {
            try {
                List<MetricValue> values = run.reported();
                if (!values.isEmpty()) {
                    listener.reported(trial, run, values);
                }
            } catch (FlowSweepException e) {
                // a log that cannot be read now is read at the end of the run
            }
        });
    }

    @Override
    public void close() {
        ticker.close();
    }
}
